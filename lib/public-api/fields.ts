import { z } from "zod";
import { LAENDER } from "@/lib/domain/holidays";

/** The kinds of values of the public API; limits as the calculator has them. */
const FIRST = "1990-01-01";
const LAST = "2199-12-31";
const MOST = 1_000_000;

export const id = z.uuid();
export const day = z.iso
  .date()
  .refine((value) => value >= FIRST && value <= LAST, { error: "field-not-a-day" })
  .describe("YYYY-MM-DD, 1990-01-01 to 2199-12-31");
export const month = z
  .string()
  .regex(/^(199\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, { error: "field-not-a-month" })
  .describe("YYYY-MM");
export const cents = z.int().min(0).max(1_000_000_000_000).describe("whole euro cents, net");
export const count = z.int().min(0).max(MOST);
export const quantity = z.int().min(1).max(MOST);
/** No database takes NUL, and half a sign is none. */
export const text = z
  .string()
  .max(500)
  .refine((value) => !value.includes("\0") && value.isWellFormed(), { error: "field-not-text" });
export const land = z.enum(LAENDER).describe("ISO 3166-2");

/** Of a query: a number comes as its digits. */
export const limit = z
  .string()
  .regex(/^\d{1,3}$/, { error: "field-limit" })
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, { error: "field-limit" })
  .optional()
  .describe("rows of a page, 1 to 200; 50 unless told");
export const flag = z
  .enum(["true", "false", ""])
  .transform((value) => value !== "false")
  .optional();
export const cursor = z.string().max(300).optional().describe("`next` of the page before");
export const paging = { limit, cursor };

export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable().describe("cursor of the next page") });
}

export const reason = z.object({
  code: z.string(),
  text: z.string(),
  source: z.object({ document: z.string(), clause: z.string() }).nullable(),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
