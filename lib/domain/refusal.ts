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

/** Everything that is wrong at once, where the fields of a form are judged: all of it is told, not the first. */
export type Refusals = readonly [Refusal, ...Refusal[]];

export function isRefusals(value: unknown): value is Refusals {
  return Array.isArray(value) && value.length > 0 && value.every(isRefusal);
}

/** The refusals of a list, or null where there are none. */
export function refusalsOf(all: readonly (Refusal | null)[]): Refusals | null {
  const [first, ...others] = all.filter((each) => each !== null);
  return first === undefined ? null : [first, ...others];
}
