import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import { sentence } from "@/lib/format/reasons";
import * as operations from "@/lib/public-api/operations";
import { createLicence } from "@/lib/use-cases/create-licence";
import { listLicenceRecords } from "@/lib/use-cases/list-licence-records";

export const GET = apiRoute(operations.listLicences, async ({ viewer, query }) => ({
  body: await listLicenceRecords(viewer, query),
}));

export const POST = apiRoute(operations.createLicence, async ({ viewer, body, locale }) => {
  const created = await createLicence(viewer, body, today(), now());
  if (typeof created === "string" || !("licenceId" in created)) return created;
  return { body: { ...created, notes: created.notes.map((note) => sentence(note, locale)) } };
});
