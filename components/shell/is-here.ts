/** Whether a path lies under one of these beginnings of addresses. */
export function isHere(path: string, starts: readonly string[]): boolean {
  return starts.some((start) => path === start || path.startsWith(`${start}/`));
}
