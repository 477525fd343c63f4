import type { Role } from "./viewer";

/** What a key of the public API may do: read the reseller's data, record in it, ask the calculator. */
export const apiScopes = ["read", "write", "calc"] as const;
export type ApiScope = (typeof apiScopes)[number];

/**
 * The role that a key acts in: whoever may write is a clerk of the whole reseller, everybody else reads as finance does, without licence keys.
 * What the scope does not name is refused before the role is asked.
 */
export function roleOfScopes(scopes: readonly ApiScope[]): Role {
  return scopes.includes("write") ? "clerk" : "finance";
}
