import { beforeAll, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { attachDocument } from "@/lib/use-cases/attach-document";
import { createContract } from "@/lib/use-cases/create-contract";
import { listDocuments } from "@/lib/use-cases/list-documents";
import { listHistory } from "@/lib/use-cases/list-history";
import { showDocument } from "@/lib/use-cases/show-document";
import { withdrawDocument } from "@/lib/use-cases/withdraw-document";
import { customerWithSystem, made } from "../support/by-hand";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let admin: Viewer;
let own: Viewer;
let contractId: string;

const paper = new TextEncoder().encode("%PDF-1.7 Ziffer 4");
const attach = (bytes = paper, viewer = admin) =>
  attachDocument(viewer, { contractId, name: "Auftrag.pdf", bytes }, today, now);
const code = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome);

beforeAll(async () => {
  admin = await makeReseller();
  const { customerId, systemId } = await customerWithSystem(admin, "netinteract", today, now);
  const input = { systemId, sku: "extension", startsOn: "2026-03-01" };
  contractId = made(await createContract(admin, input, today, now)).contractId;
  const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
  own = viewerOf("customer-viewer", { ...of, customerIds: [customerId] });
});

it("is kept as it was, read by the customer's own people, and by nobody else", async () => {
  const { documentId } = made(await attach());
  for (const viewer of [admin, own]) {
    expect(await listDocuments(viewer, contractId, today)).toMatchObject([
      { id: documentId, name: "Auftrag.pdf", sizeBytes: paper.length },
    ]);
    const file = found(await showDocument(viewer, documentId, today));
    expect([file.name, file.mediaType, Buffer.from(file.bytes).equals(paper)]).toEqual([
      "Auftrag.pdf",
      "application/pdf",
      true,
    ]);
  }
  const stranger = await makeReseller();
  expect(await showDocument(stranger, documentId, today)).toBeNull();
  expect(await listDocuments(stranger, contractId, today)).toEqual([]);
  const sibling = { ...own, customerIds: ["0196b0d0-0000-7000-8000-000000000001"] };
  expect(await showDocument(sibling, documentId, today)).toBeNull();
  expect(await attach(paper, stranger)).toBe("not-found");
  expect(code(await attach(paper, own))).toBe("not-allowed");
  expect(code(await attach(new TextEncoder().encode("PK")))).toBe("document-not-pdf");

  const back = { contractId, documentId, reason: "Falscher Vertrag" };
  expect(code(await withdrawDocument(admin, { ...back, reason: "" }, today, now))).toBe("reason-missing");
  expect(await withdrawDocument(stranger, back, today, now)).toBe("not-found");
  expect(await withdrawDocument(admin, back, today, now)).toBe("done");
  expect(await withdrawDocument(admin, back, today, now)).toBe("not-found");
  for (const viewer of [admin, own]) {
    expect(await showDocument(viewer, documentId, today)).toBeNull();
    expect(await listDocuments(viewer, contractId, today)).toEqual([]);
  }
  const { entries } = await listHistory(admin, { contractId }, {});
  expect(entries.slice(0, 2).map(({ action, reason }) => [action, reason])).toEqual([
    ["document-withdrawn", "Falscher Vertrag"],
    ["document-created", null],
  ]);
});
