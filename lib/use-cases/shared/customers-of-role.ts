import { customersByNumber } from "@/db/queries/people";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";

/** Roles that an admin gives to people of his reseller. */
export const memberRoles = ["reseller-admin", "clerk", "finance", "customer-admin", "customer-viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

const MAXIMUM = 200;

/** Customer numbers as they are typed: separated by commas, semicolons or line ends; blanks around them do not count. */
function numbersOf(written: string): string[] {
  const numbers = written.split(/[,;\n]/).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ""))];
}

/**
 * The customers that a role is confined to, from their numbers: a customer's person belongs to exactly one, a clerk to those named or,
 * without any, to all (null); the other roles see all.
 */
export async function customersOfRole(
  viewer: Viewer & { readonly resellerId: string },
  role: MemberRole,
  written: string,
): Promise<string[] | null | Refusal> {
  const numbers = numbersOf(written);
  const needsOne = role === "customer-admin" || role === "customer-viewer";
  if (needsOne && numbers.length !== 1) return refuse("customers-one-needed", {}, "customerNumbers");
  if (!needsOne && role !== "clerk" && numbers.length > 0)
    return refuse("customers-not-for-role", {}, "customerNumbers");
  if (numbers.length > MAXIMUM) return refuse("customers-too-many", { maximum: MAXIMUM }, "customerNumbers");
  if (numbers.length === 0) return null;
  const found = await withTenant(viewer, (tx) => customersByNumber(tx, viewer.resellerId, numbers));
  const known = new Set(found.map(({ number }) => number));
  const unknown = numbers.filter((number) => !known.has(number));
  if (unknown.length > 0) {
    return refuse("customers-unknown", { numbers: unknown.slice(0, 10).join(", ") }, "customerNumbers");
  }
  return found.map(({ id }) => id).sort();
}
