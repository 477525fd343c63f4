import type { Day } from "@/lib/domain/dates";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { createCustomer } from "@/lib/use-cases/create-customer";
import { createSystem } from "@/lib/use-cases/create-system";

/** The value, where it is no refusal. */
export function made<T>(outcome: T): Exclude<T, string | readonly unknown[] | { refused: true }> {
  if (typeof outcome === "string" || isRefusal(outcome) || isRefusals(outcome))
    throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<T, string | readonly unknown[] | { refused: true }>;
}

/** What was refused, each with its field. */
export const codesOf = (outcome: unknown): string[] =>
  (isRefusals(outcome) ? outcome : [outcome]).map((each) => (isRefusal(each) ? `${each.path}: ${each.code}` : "made"));

let count = 0;

/** A new customer with one system of a vendor, recorded by hand. */
export async function customerWithSystem(viewer: Viewer, vendor: string, today: Day, now: Date) {
  const unknown = { land: null, contactName: null, contactEmail: null, contactPhone: null, taxId: null };
  const customer = { ...unknown, number: `H-${++count}`, name: `Haus ${count}`, clerkId: null, deputyId: null };
  const { customerId } = made(await createCustomer(viewer, customer, today, now));
  const system = { customerId, vendor, name: "Zentrale", serverKey: null, figures: {} };
  const { systemId } = made(await createSystem(viewer, system, today, now));
  return { customerId, systemId };
}
