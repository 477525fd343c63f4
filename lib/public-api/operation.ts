import type { z } from "zod";
import type { ApiScope } from "@/lib/domain/api-scopes";
import type { Task } from "@/lib/domain/viewer";

/** One operation of the public API: what checks its requests is what describes it. */
export interface Operation<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType> {
  /** A stable word, unique: `createCustomer`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH";
  /** Below `/api/v1`; a name in braces is an id. */
  readonly path: string;
  readonly scope: ApiScope;
  readonly task: Task;
  /** One sentence each. */
  readonly summary: { readonly de: string; readonly en: string };
  readonly query: Q;
  /** Null: it takes none, or a file. */
  readonly body: B | null;
  /** Media types of the file that is its body, or the field `file` of a form. */
  readonly takes?: readonly string[];
  readonly answer: z.ZodType;
  readonly status: 200 | 201;
  /** A body that passes, for people to begin from. */
  readonly example?: unknown;
  /** Further forms of the answer, by media type. */
  readonly files?: readonly string[];
}

export function operation<Q extends z.ZodType, B extends z.ZodType>(of: Operation<Q, B>): Operation<Q, B> {
  return of;
}
