/** The parameter that pages a history: entries older than the number. */
export const HISTORY_PARAM = "verlauf";

/** Null for what is no number of an entry: the history begins at its newest. */
export function historyPage(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}
