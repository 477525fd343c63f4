import { isId, pageSize } from "./ids";

/** A page of a list that goes by ids. `next` null: there is no more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface PageRequest {
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined;
}

/** What is asked of the database for a page: one row more than is shown, so that it is known whether there is more. */
export function pageOf({ cursor, limit }: PageRequest): { readonly after: string | null; readonly limit: number } {
  return { after: cursor === undefined || !isId(cursor) ? null : cursor, limit: pageSize(limit) + 1 };
}

/** Cuts off the row that only showed that there is more. */
export function pageFrom<T extends { readonly id: string }>(
  rows: readonly T[],
  request: PageRequest,
): { readonly rows: readonly T[]; readonly next: string | null } {
  const limit = pageSize(request.limit);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
