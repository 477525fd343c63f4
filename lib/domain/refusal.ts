/**
 * Something a person asked for that the rules do not allow. A value, never thrown: `code` is a stable word, `params` the figures that
 * its wording needs, `path` the field of the request that would have to change (`items[0].quantity`).
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly path?: string;
}

export function refuse(code: string, params: Refusal["params"] = {}, path?: string): Refusal {
  return path === undefined ? { refused: true, code, params } : { refused: true, code, params, path };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as { refused?: unknown }).refused === true;
}
