import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import * as operations from "@/lib/public-api/operations";
import { createCustomer } from "@/lib/use-cases/create-customer";
import { listCustomerRecords } from "@/lib/use-cases/list-customer-records";

export const GET = apiRoute(operations.listCustomers, async ({ viewer, query }) => ({
  body: await listCustomerRecords(viewer, query),
}));

export const POST = apiRoute(operations.createCustomer, async ({ viewer, body }) => {
  const { land = null, contactName = null, contactEmail = null, contactPhone = null, taxId = null } = body;
  const fields = { ...body, land, contactName, contactEmail, contactPhone, taxId, clerkId: null, deputyId: null };
  const created = await createCustomer(viewer, fields, today(), now());
  if (!("customerId" in created)) return created;
  const { items } = await listCustomerRecords(viewer, { id: created.customerId });
  return { body: items[0] };
});
