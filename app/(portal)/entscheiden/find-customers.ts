import { z } from "zod";
import type { Day } from "@/lib/domain/dates";
import type { Viewer } from "@/lib/domain/viewer";
import { type CustomerItem, listCustomers } from "@/lib/use-cases/list-customers";

/** An id of no customer: a filter for somebody who was not found shows nothing. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const CHOICES_AT_MOST = 10;

interface Found {
  readonly customerId: string | undefined;
  /** Who might be meant; null where it is clear, empty where nobody is. */
  readonly choices: readonly Pick<CustomerItem, "id" | "number" | "name">[] | null;
}

/** Whom the queue's filter means: an id as links have it, or what somebody typed. An exact number, or the only customer found, is meant. */
export async function findCustomers(viewer: Viewer, text: string | undefined, today: Day): Promise<Found> {
  if (text === undefined) return { customerId: undefined, choices: null };
  if (z.uuid().safeParse(text).success) return { customerId: text, choices: null };
  const { items } = await listCustomers(viewer, { search: text, limit: CHOICES_AT_MOST }, today);
  const meant = items.find((item) => item.number === text) ?? (items.length === 1 ? items[0] : undefined);
  return meant === undefined ? { customerId: NOBODY, choices: items } : { customerId: meant.id, choices: null };
}
