import { apiRoute } from "@/lib/auth/api-route";
import { today } from "@/lib/clock";
import * as operations from "@/lib/public-api/operations";
import { listContractRecords } from "@/lib/use-cases/list-contract-records";
import { contractBody } from "../contract-body";

export const GET = apiRoute(operations.showContract, async ({ viewer, id, locale }) => {
  const { items } = await listContractRecords(viewer, { id }, today());
  return items[0] === undefined ? "not-found" : { body: contractBody(items[0], locale) };
});
