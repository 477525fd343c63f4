import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import { sentence } from "@/lib/format/reasons";
import * as operations from "@/lib/public-api/operations";
import { createContract } from "@/lib/use-cases/create-contract";
import { listContractRecords } from "@/lib/use-cases/list-contract-records";
import { contractBody } from "./contract-body";

export const GET = apiRoute(operations.listContracts, async ({ viewer, query, locale }) => {
  const { items, next } = await listContractRecords(viewer, query, today());
  return { body: { items: items.map((item) => contractBody(item, locale)), next } };
});

export const POST = apiRoute(operations.createContract, async ({ viewer, body, locale }) => {
  const { rule, ...input } = body;
  const contract = rule === undefined ? input : { ...input, ownRule: rule };
  const created = await createContract(viewer, contract, today(), now());
  if (typeof created === "string" || !("contractId" in created)) return created;
  const { items } = await listContractRecords(viewer, { id: created.contractId }, today());
  const [item] = items;
  if (item === undefined) throw new Error("a contract that was just made is not there");
  return { body: { ...contractBody(item, locale), notes: created.notes.map((note) => sentence(note, locale)) } };
});
