import type { AnyColumn } from "drizzle-orm";
import { type SQL, sql } from "drizzle-orm";

/** `column` is one of `ids`, as one parameter whatever their number (an `in` list takes one each, and ends at 65,535). */
export function anyOf(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${`{${ids.map(checked).join(",")}}`}::uuid[])`;
}

function checked(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error(`${id} is no id.`);
  return id;
}
