import { validate } from "uuid";

/** Whether a text from outside is an id at all; what is none belongs to nobody and is not asked for in the database. */
export function isId(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}

/** A place in a list that is read page by page: the sort key and the id of the last row of a page. */
export function cursorOf(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Null for a cursor that was not made by `cursorOf`: the list begins at its start. */
export function readCursor(cursor: string | undefined): { readonly key: string; readonly id: string } | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [key, id] = parsed as unknown[];
    return typeof key === "string" && typeof id === "string" && isId(id) ? { key, id } : null;
  } catch {
    return null;
  }
}

/** A page's size as asked for, within what a list gives. */
export function pageSize(limit: number | undefined): number {
  return Math.min(200, Math.max(1, Math.floor(limit ?? 50)));
}
