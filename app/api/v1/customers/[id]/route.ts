import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import * as operations from "@/lib/public-api/operations";
import { changeCustomer } from "@/lib/use-cases/change-customer";
import { listCustomerRecords } from "@/lib/use-cases/list-customer-records";

export const GET = apiRoute(operations.showCustomer, async ({ viewer, id }) => {
  const { items } = await listCustomerRecords(viewer, { id });
  return items[0] === undefined ? "not-found" : { body: items[0] };
});

export const PATCH = apiRoute(operations.changeCustomer, async ({ viewer, id, body }) => {
  const { version, reason, ...set } = body;
  const how = reason === undefined ? { how: "changed" as const } : { how: "corrected" as const, reason };
  const changed = await changeCustomer(viewer, { customerId: id, version, ...how, set }, today(), now());
  if (typeof changed === "string" || !("version" in changed) || "conflict" in changed) return changed;
  const { items } = await listCustomerRecords(viewer, { id });
  return { body: items[0] };
});
