import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/refusal";
import { type ReadRow, readRow } from "@/lib/import-export/read-row";
import { peekSheet, readSheet } from "@/lib/import-export/read-sheet";
import { type ExistingEstate, nothingThere } from "@/lib/use-cases/shared/import-existing";
import { meaningsOf } from "@/lib/use-cases/shared/import-meanings";
import type { EstatePlan } from "@/lib/use-cases/shared/import-plan";
import { planEstate, type Sealing } from "@/lib/use-cases/shared/import-planner";

const today = "2026-11-20";

const sealing: Sealing = {
  seal: (key, table, id) => ({
    sealed: `sealed for ${table} ${id}`,
    mask: `…${key.slice(-2)}`,
    digest: `digest ${key}`,
  }),
  digest: (key) => `digest ${key}`,
};

async function rowsOf(content: string): Promise<ReadRow[]> {
  const bytes = new TextEncoder().encode(content);
  const head = await peekSheet(bytes, "estate");
  if (isRefusal(head)) throw new Error(head.code);
  const rows: ReadRow[] = [];
  const read = await readSheet(bytes, "estate", head.headerLine, (row) => {
    rows.push(readRow(row, head.mapping));
  });
  if (isRefusal(read)) throw new Error(read.code);
  return rows;
}

async function plan(content: string, existing: ExistingEstate = nothingThere): Promise<EstatePlan> {
  let ids = 0;
  const meant = await meaningsOf(await rowsOf(content), existing, today, () => undefined);
  return planEstate(meant, existing, sealing, () => `id-${++ids}`);
}

/** What is there after a plan was carried out. */
function carriedOut({ inserts }: EstatePlan): ExistingEstate {
  const key = { serverKeySealed: null, serverKeyMask: null, serverKeyDigest: null };
  const licenceKey = { licenceKeySealed: null, licenceKeyMask: null, licenceKeyDigest: null };
  const row = { version: 1, archived: false };
  return {
    customers: inserts.customers.map(({ id, number, name }) => ({ ...row, id, number, name })),
    systems: inserts.systems.map((each) => ({
      installedUsers: null,
      installedLightUsers: null,
      release: null,
      ...key,
      ...row,
      ...each,
    })) as ExistingEstate["systems"],
    licences: inserts.licences.map((each) => ({ ...licenceKey, ...row, ...each })) as ExistingEstate["licences"],
    purchases: inserts.purchases as ExistingEstate["purchases"],
    contracts: inserts.contracts.map((each) => ({
      ...row,
      ...each,
      ownRule: null,
      position: inserts.positions.find(({ contractId }) => contractId === each.id) ?? null,
      termEndsOn: inserts.terms.find(({ contractId }) => contractId === each.id)?.endsOn ?? null,
      noticeReceivedOn: inserts.notices.find(({ contractId }) => contractId === each.id)?.receivedOn ?? null,
    })) as ExistingEstate["contracts"],
  };
}

const file = (...rows: string[]) =>
  [
    "Kundennummer;Kunde;Anlage;Serverlizenz;Benutzer;Light-Benutzer;Version;Hersteller;Artikel;Menge;Bezugsart;Laufzeit;Staffelbenutzer;Profil;Beginn;Laufzeitende;Zahlweise;Einzelpreis;Betrag;Kündigung eingegangen;Lizenzschlüssel",
    ...rows,
  ].join("\n");

const estate = file(
  "K1;Müller GmbH;Zentrale;SRV-1;30;5;;STARFACE;call-recording;1;Kauf;;;;15.03.2024;;;900,00;;;KEY-1",
  "K1;;Zentrale;;;;;fluxpunkt;Pro IVR;2;Abo;12;;;01.06.2025;;Monat;;;;",
  "K1;;Zentrale;;;;;fluxpunkt;support-premium;;;;;;01.06.2025;;Jahr;;;;",
  "K2;Schulz KG;bluePBX;;;;;netinteract;flat-de;12;;;;;01.02.2025;;Quartal;;;;",
  "K2;;bluePBX;;;;;netinteract;extension;12;;;;;01.02.2025;;;;;15.11.2025;",
  "K3;Weber;XPhone;;;;8;XPhone;3212.001;1;;;;;01.04.2024;;;1000,00;;;",
  "K3;;XPhone;;;;;XPhone;9130.0000.036;;;;;;01.05.2024;30.04.2027;;;500,00;;",
  "K4;Huber;Contact;;;;;enreach;allnet-flat;3;;;;Advanced;01.04.2026;;;;;;",
  "K5;Lang;aut-pbx;;;;;autphone;extension;51;;;;;01.04.2026;;;;;;",
);

describe("a whole customer base", () => {
  it("becomes customers, systems, licences, contracts, terms and notices", async () => {
    const { verdicts, counts, inserts } = await plan(estate);
    expect(verdicts.flatMap(({ problems }) => problems.filter(({ level }) => level === "error"))).toEqual([]);
    expect(counts).toMatchObject({ rows: 9, new: 9, rejected: 0, customersNew: 5, systemsNew: 5, contractsNew: 7 });
    expect(inserts.systems[0]).toMatchObject({
      name: "Zentrale",
      installedUsers: 30,
      installedLightUsers: 5,
      serverKeyMask: "…-1",
    });
    expect(inserts.purchases).toMatchObject([
      { purchasedOn: "2024-03-15", quantity: 1, tier: "21-40", users: 35, listPriceCents: 120_000, paidCents: 90_000 },
      { purchasedOn: "2024-04-01", quantity: 1, tier: null, listPriceCents: null, paidCents: 100_000 },
    ]);
    expect(inserts.licences).toMatchObject([{ sku: "call-recording", licenceKeyMask: "…-1" }, { sku: "3212.0010" }]);
    const contracts = inserts.contracts.map(
      ({ sku, policyId, termMonths, billingInterval, billingParty, amountCents }) => [
        sku,
        policyId,
        termMonths,
        billingInterval,
        billingParty,
        amountCents,
      ],
    );
    expect(contracts).toEqual([
      ["pro-ivr", "fluxpunkt/subscription", 12, "month", "reseller", 2 * 1_221],
      ["support-premium", "fluxpunkt/support", null, "year", "reseller", 82_800],
      ["extension", "netinteract/contract", null, "month", "vendor", 12 * 850],
      ["9130.0000.036", "c4b/up2date", null, "year", "reseller", 50_000],
      ["allnet-flat", "enreach/contract", null, "month", "reseller", 3 * 800],
      ["extension", "autphone/extension", null, "month", "reseller", 51 * 600],
      ["flat-de", "netinteract/flat", null, "quarter", "vendor", 3 * 12 * 690],
    ]);
    expect(inserts.terms).toMatchObject([
      { kind: "up2date", startsOn: "2024-05-01", endsOn: "2027-04-30", months: 36, percentPerYear: 18 },
    ]);
    expect(inserts.notices).toMatchObject([{ receivedOn: "2025-11-15", endsOn: "2026-04-30", channel: "unknown" }]);
    const extension = inserts.contracts.find(({ policyId }) => policyId === "netinteract/contract");
    expect(inserts.contracts.at(-1)?.mainContractId).toBe(extension?.id);
  });

  it("says nothing new when it is read in again, also where cells are left empty", async () => {
    const there = carriedOut(await plan(estate));
    const again = await plan(estate, there);
    expect(again.counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 9,
      rejected: 0,
      customersNew: 0,
      contractsNew: 0,
    });
    expect(again.effects).toEqual([]);
    const bare = await plan(
      "Kundennummer;Anlage;Hersteller;Artikel;Laufzeit;Beginn\nK1;Zentrale;fluxpunkt;pro-ivr;12;01.06.2025\n",
      there,
    );
    expect(bare.counts).toMatchObject({ unchanged: 1 });
  });

  it("changes what a row says otherwise, and nothing else", async () => {
    const there = carriedOut(await plan(estate));
    const { verdicts, updates, inserts, withdrawnPurchases } = await plan(
      file(
        "K1;Müller SE;Zentrale;SRV-1;41;;;fluxpunkt;call-recording;1;Kauf;;;;15.03.2024;;;950,00;;;KEY-2",
        "K1;;Zentrale;;;;;fluxpunkt;pro-ivr;3;Abo;12;;;01.06.2025;;Jahr;;;;",
        "K3;;XPhone;;;;;c4b;9130.0000.036;;;;;;01.05.2024;30.04.2028;;;;;",
        "K2;;bluePBX;;;;;netinteract;flat-de;12;;;;;01.02.2025;;;;;01.10.2026;",
      ),
      there,
    );
    expect(verdicts.map(({ verdict, differences }) => [verdict, differences])).toEqual([
      [
        "changed",
        [
          { field: "licence_key", before: "…-1", after: "…-2" },
          { field: "amount", before: 90_000, after: 95_000 },
          { field: "customer", before: "Müller GmbH", after: "Müller SE" },
          { field: "installed_users", before: 30, after: 41 },
        ],
      ],
      [
        "changed",
        [
          { field: "interval", before: "month", after: "year" },
          { field: "quantity", before: 2, after: 3 },
          { field: "amount", before: 2 * 1_221, after: 12 * 3 * 1_221 },
        ],
      ],
      ["changed", [{ field: "term_end", before: "2027-04-30", after: "2028-04-30" }]],
      ["changed", [{ field: "notice_received_on", before: null, after: "2026-10-01" }]],
    ]);
    expect(updates.customers).toMatchObject([{ set: { name: "Müller SE" } }]);
    expect(updates.systems).toMatchObject([{ set: { installedUsers: 41 } }]);
    expect(updates.positions).toMatchObject([{ set: { quantity: 3 } }]);
    expect(withdrawnPurchases).toHaveLength(1);
    expect(inserts.purchases).toMatchObject([{ paidCents: 95_000, tier: "41-80" }]);
    expect(inserts.notices).toMatchObject([{ endsOn: "2027-01-31" }]);
  });
});

describe("rows that cannot count", () => {
  const row = (more: Record<number, string>) => {
    const cells = "K1;Müller;Zentrale;;30;0;;fluxpunkt;pro-ivr;1;Kauf;;;;15.03.2024;;;;;;".split(";");
    for (const [at, cell] of Object.entries(more)) cells[Number(at)] = cell;
    return cells.join(";");
  };
  it.each<[string, Record<number, string>, [field: string, code: string]]>([
    ["no number", { 0: "" }, ["customer_number", "row-field-needed"]],
    ["no vendor", { 7: "" }, ["vendor", "row-field-needed"]],
    ["a strange vendor", { 7: "Siemens" }, ["vendor", "row-vendor-unknown"]],
    ["no article", { 8: "" }, ["sku", "row-field-needed"]],
    ["a strange article", { 8: "Kaffee" }, ["sku", "row-article-unknown"]],
    ["no day", { 14: "" }, ["start", "row-field-needed"]],
    ["a wrong day", { 14: "31.02.2026" }, ["start", "cell-no-day"]],
    ["no form", { 10: "" }, ["mode", "row-field-needed"]],
    ["no term", { 10: "Abo" }, ["term_months", "row-field-needed"]],
    ["a term that is not offered", { 10: "Abo", 11: "18" }, ["term_months", "row-term-not-offered"]],
    ["a term of a purchase", { 11: "12" }, ["term_months", "row-term-of-purchase"]],
    [
      "an end of what does not lapse",
      { 10: "Abo", 11: "12", 15: "01.01.2027" },
      ["term_end", "row-term-end-of-upkeep-only"],
    ],
    ["a notice to a purchase", { 19: "01.01.2026" }, ["notice_received_on", "row-only-for-contracts"]],
    [
      "a notice from the future",
      { 10: "Abo", 11: "12", 19: "01.01.2027" },
      ["notice_received_on", "row-notice-after-today"],
    ],
    ["no users for the tier", { 4: "", 5: "", 8: "call-recording" }, ["users", "row-field-needed"]],
    ["what is not for sale", { 8: "teams-presence-sync", 12: "10" }, ["mode", "row-not-for-sale"]],
    ["two plans for a key", { 8: "support-premium", 9: "2", 10: "" }, ["quantity", "row-quantity-is-one"]],
    ["Up2Date without an end", { 7: "c4b", 8: "9130.0000.012", 10: "" }, ["term_end", "row-field-needed"]],
    [
      "Up2Date that ends before it starts",
      { 7: "c4b", 8: "9130.0000.012", 10: "", 15: "01.01.2020" },
      ["term_end", "row-term-end-before-start"],
    ],
    [
      "a notice to Up2Date",
      { 7: "c4b", 8: "9130.0000.012", 10: "", 15: "31.03.2027", 19: "01.01.2026" },
      ["notice_received_on", "row-notice-to-upkeep"],
    ],
    [
      "a notice without a rule",
      { 7: "enreach", 8: "advanced", 10: "", 19: "01.10.2026" },
      ["notice_received_on", "row-notice-without-rule"],
    ],
    ["an option without a profile", { 7: "enreach", 8: "ccc-agent", 10: "" }, ["profile", "row-field-needed"]],
    [
      "an option for a strange profile",
      { 7: "enreach", 8: "ccc-agent", 10: "", 13: "Gold" },
      ["profile", "row-profile-unknown"],
    ],
    [
      "an option that the profile cannot have",
      { 7: "enreach", 8: "ccc-agent", 10: "", 13: "Starter" },
      ["profile", "row-not-for-profile"],
    ],
  ])("%s", async (_, more, [field, code]) => {
    const { verdicts, inserts } = await plan(file(row(more)));
    expect(verdicts).toMatchObject([{ line: 2, verdict: "rejected" }]);
    expect(verdicts[0]?.problems.filter(({ level }) => level === "error")).toMatchObject([{ field, code }]);
    expect(inserts.customers).toEqual([]);
  });

  it("a second row for the same, and another key for the same licence", async () => {
    const { verdicts } = await plan(
      file(
        row({}),
        row({ 9: "2" }),
        row({ 14: "16.03.2024", 20: "A" }),
        row({ 14: "17.03.2024", 20: "B" }),
        row({ 14: "18.03.2024", 20: "A" }),
      ),
    );
    expect(verdicts.map(({ verdict, problems }) => [verdict, problems[0]?.code, problems[0]?.params.line])).toEqual([
      ["new", undefined, undefined],
      ["rejected", "row-twice", 2],
      ["new", undefined, undefined],
      ["rejected", "row-key-differs", 4],
      ["new", undefined, undefined],
    ]);
  });

  it("take nobody else with them: warnings do not keep a row out", async () => {
    const { verdicts, counts } = await plan(
      file(
        row({}),
        row({ 1: "Maier", 4: "40", 8: "intercom" }),
        "K9;;;;;;;netinteract;queue;1;;;;;01.02.2025;;Jahr;;;;",
        "K9;;;;;;;enreach;advanced;1;;;;;01.02.2025;;;;;;",
      ),
    );
    expect(counts).toMatchObject({ new: 4, rejected: 0, warned: 3 });
    expect(verdicts.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ["row-customer-differs", "row-system-differs"],
      ["row-system-unnamed", "row-interval-not-on-paper", "row-customer-unnamed"],
      ["row-system-unnamed", "row-amount-unknown"],
    ]);
  });
});
