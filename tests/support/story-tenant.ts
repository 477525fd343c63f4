import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import type { TenantStory } from "@/db/seed-builder";
import { storyOfNorth } from "@/db/seed-north";
import { peopleOfNorth } from "@/db/seed-people";
import { writeRows } from "@/db/seed-write";
import { withPlatform, withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Viewer } from "@/lib/domain/viewer";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { viewerOf } from "./database";

export interface StoryTenant {
  readonly resellerId: string;
  readonly rows: TenantStory["rows"];
  readonly admin: Viewer;
  readonly clerk: Viewer;
  readonly finance: Viewer;
  /** A clerk confined to customers by number. */
  confinedTo(...numbers: string[]): Viewer;
  customerOf(number: string): string;
  /** A customer's own viewer. */
  personOf(number: string): Viewer;
  contractOf(number: string, sku: string): string;
}

/** A reseller with the north's story, derived for a day; without people in `auth`. */
export async function tellStory(today: Day): Promise<StoryTenant> {
  const resellerId = uuidv7();
  const { rows } = storyOfNorth(resellerId, peopleOfNorth(), today);
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: `Story ${resellerId}` }));
  await withTenantId(resellerId, (tx) => writeRows(tx, rows));
  await rebuildDecisions(resellerId, today);
  const of = { resellerId, resellerName: "Story" };
  const customerOf = (number: string) => found(rows.customers.find((row) => row.number === number)).id;
  return {
    resellerId,
    rows,
    admin: viewerOf("reseller-admin", of),
    clerk: viewerOf("clerk", of),
    finance: viewerOf("finance", of),
    confinedTo: (...numbers) => viewerOf("clerk", { ...of, customerIds: numbers.map(customerOf) }),
    customerOf,
    personOf: (number) => viewerOf("customer-viewer", { ...of, customerIds: [customerOf(number)] }),
    contractOf: (number, sku) =>
      found(rows.contracts.find((row) => row.customerId === customerOf(number) && row.sku === sku)).id,
  };
}

export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error("the test looked for what is not there");
  return value;
}
