import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import * as operations from "@/lib/public-api/operations";
import { createSystem } from "@/lib/use-cases/create-system";
import { listSystemRecords } from "@/lib/use-cases/list-system-records";

export const GET = apiRoute(operations.listSystems, async ({ viewer, query }) => ({
  body: await listSystemRecords(viewer, query),
}));

export const POST = apiRoute(operations.createSystem, async ({ viewer, body }) => {
  const { customerId, vendor, name, serverKey = null, ...figures } = body;
  const created = await createSystem(viewer, { customerId, vendor, name, serverKey, figures }, today(), now());
  if (typeof created === "string" || !("systemId" in created)) return created;
  const { items } = await listSystemRecords(viewer, { id: created.systemId });
  return { body: items[0] };
});
