import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { decisions, priceRows } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { priceSlots } from "@/lib/domain/price-slots";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { editionInForce } from "@/lib/price-lists/index";
import { addPriceRow } from "@/lib/use-cases/add-price-row";
import { checkImport } from "@/lib/use-cases/check-import";
import { commitImport } from "@/lib/use-cases/commit-import";
import { importAtOnce } from "@/lib/use-cases/import-at-once";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { showImport } from "@/lib/use-cases/show-import";
import { undoImport } from "@/lib/use-cases/undo-import";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const from = "2027-01-01";
const now = new Date("2026-11-20T09:00:00Z");
const fail = (error: unknown) => {
  throw error;
};
const { list } = found(editionInForce("c4b", today));
/** Articles with one price each, which the paper leaves to the reseller. */
const skus = list.articles
  .filter((article) => priceSlots(list, article).length === 1)
  .map(({ sku }) => sku)
  .slice(0, 15);

type Begun = Awaited<ReturnType<typeof checkImport>>;
const ended = async (begun: Begun) => (begun === "not-found" || isRefusal(begun) ? begun : begun.finished);

async function checked(viewer: Viewer, lines: readonly string[]) {
  const bytes = new TextEncoder().encode(["Hersteller;Artikel;Preis;Gültig ab", ...lines].join("\r\n"));
  const matter = { kind: "prices", priceKind: "list", validFrom: from } as const;
  const uploaded = await uploadImport(viewer, { name: "preise.csv", bytes }, now, matter);
  if (isRefusal(uploaded)) throw new Error(uploaded.code);
  expect(await ended(await checkImport(viewer, uploaded.importId, undefined, today, now, fail))).toBe("ended");
  const shown = found(await showImport(viewer, uploaded.importId));
  return { id: uploaded.importId, shown };
}

const commit = async (viewer: Viewer, id: string, partial = false) =>
  ended(await commitImport(viewer, id, partial, today, now, fail));

const rowsOf = ({ resellerId }: Viewer) =>
  withTenantId(resellerId ?? "", (tx) =>
    tx
      .select({ sku: priceRows.sku, cents: priceRows.cents, from: priceRows.validFrom, gone: priceRows.withdrawnAt })
      .from(priceRows)
      .orderBy(asc(priceRows.sku), asc(priceRows.validFrom)),
  );

it("prices from a file are compared with those that hold, read in from their day on, and taken back", async () => {
  const admin = await makeReseller();
  expect(skus).toHaveLength(15);
  const known = skus.slice(0, 13);
  for (const sku of known) {
    const price = { kind: "list", vendor: "c4b", sku, slot: "", validFrom: "2026-01-01", cents: 10_000 } as const;
    expect(isRefusal(await addPriceRow(admin, price, today, now))).toBe(false);
  }
  const before = await rowsOf(admin);
  const lines = [...known.slice(0, 12), ...skus.slice(13)].map((sku) => `XPhone;${sku};110,00;`);
  const { id, shown } = await checked(admin, lines);
  expect(shown).toMatchObject({ kind: "prices", state: "checked" });
  expect(shown.counts).toMatchObject({ changed: 12, new: 2, gone: 1, unchanged: 0, rejected: 0 });
  expect(await rowsOf(admin)).toEqual(before);

  expect(await commit(admin, id)).toBe("ended");
  const after = await rowsOf(admin);
  expect(after.filter((row) => row.from === "2026-01-01")).toEqual(before);
  expect(after.filter((row) => row.from === from).map(({ sku, cents }) => [sku, cents])).toEqual(
    [...known.slice(0, 12), ...skus.slice(13)].sort().map((sku) => [sku, 11_000]),
  );
  const again = await checked(admin, lines);
  expect(again.shown.counts).toMatchObject({ changed: 0, new: 0, unchanged: 14, gone: 1 });
  expect(await commit(admin, again.id)).toMatchObject({ code: "import-nothing-to-do" });

  expect(await ended(await undoImport(admin, id, today, now, fail))).toBe("ended");
  const undone = await rowsOf(admin);
  expect(undone).toHaveLength(after.length);
  expect(undone.filter(({ gone }) => gone === null)).toEqual(before);
  const anew = await checked(admin, lines);
  expect(anew.shown.counts).toMatchObject({ changed: 12, new: 2, gone: 1 });
});

it("what cannot be a price is told by line and column, and nothing is read in for it", async () => {
  const admin = await makeReseller();
  const [sku = ""] = skus;
  const { id, shown } = await checked(admin, [
    `XPhone;${sku};110,00;`,
    `XPhone;${sku};120,00;`,
    "XPhone;gibt-es-nicht;1,00;",
    `XPhone;${skus[1]};viel;`,
    `XPhone;${skus[2]};1,00;31.02.2027`,
    "STARFACE;call-recording;1,00;",
    `Niemand;${sku};1,00;`,
  ]);
  expect(shown.counts).toMatchObject({ new: 1, rejected: 6 });
  const rows = shown.rows?.items.map(({ line, problems }) => [line, problems[0]?.field]);
  expect(rows).toEqual([
    [3, "sku"],
    [4, "sku"],
    [5, "price"],
    [6, "valid_from"],
    [7, "sku"],
    [8, "vendor"],
  ]);
  expect(await commit(admin, id)).toMatchObject({ code: "import-has-rejected" });
  expect(await rowsOf(admin)).toEqual([]);
  expect(await commit(admin, id, true)).toBe("ended");
  expect(await rowsOf(admin)).toMatchObject([{ sku, cents: 11_000, from }]);
});

it("what follows from the prices is derived with them, and only admins may", async () => {
  const admin = await makeReseller();
  const resellerId = admin.resellerId ?? "";
  const estate = [
    "Kundennummer;Kunde;Anlage;Version;Hersteller;Artikel;Menge;Beginn;Laufzeitende",
    `K1;Eins;XPhone;8;XPhone;${skus[0]};1;15.01.2024;`,
    "K1;;XPhone;;XPhone;9130.0000.036;;01.02.2024;31.01.2027",
  ];
  const file = { name: "bestand.csv", bytes: new TextEncoder().encode(estate.join("\n")) };
  const how = { dryRun: false, partial: false };
  expect(await importAtOnce(admin, file, how, today, now, fail)).toMatchObject({ counts: { new: 2, rejected: 0 } });
  const atStake = () =>
    withTenantId(resellerId, (tx) =>
      tx.select({ cents: decisions.amountAtStakeCents }).from(decisions).where(eq(decisions.kind, "up2date-end")),
    );
  const before = await atStake();
  const { id } = await checked(admin, [`XPhone;${skus[0]};9.110,00;01.01.2026`]);
  const clerk = viewerOf("clerk", { resellerId, resellerName: admin.resellerName });
  expect(await commit(clerk, id)).toMatchObject({ code: "not-allowed" });
  const matter = { kind: "prices", priceKind: "list", validFrom: from } as const;
  expect(await uploadImport(clerk, file, now, matter)).toMatchObject({ code: "not-allowed" });
  expect(await commit(admin, id)).toBe("ended");
  expect(await atStake()).not.toEqual(before);
  expect(await rebuildDecisions(resellerId, today)).toEqual({ added: 0, changed: 0, removed: 0 });
});
