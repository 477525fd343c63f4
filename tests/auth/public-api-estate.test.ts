import { beforeAll, describe, expect, it } from "vitest";
import { answer } from "@/lib/calc/answer";
import { today as todayOf } from "@/lib/clock";
import { dayAfter } from "@/lib/domain/dates";
import { LAENDER } from "@/lib/domain/holidays";
import { callApi, makeApiKey } from "../support/api-calls";
import { makeReseller, testDatabase } from "../support/database";

testDatabase();

/** A customer base by chance that comes in over the API: what it then says of every contract is what the calculator says of the same contract. */

const CONTRACTS = 2_000;
const BY_HAND = 200;
const MONTHS = 36;

interface Expected {
  readonly system: string;
  readonly sku: string;
  readonly start: string;
  readonly policy: string;
  readonly termMonths?: number;
  readonly interval: "month" | "quarter" | "year";
  /** Null: as the price list has it. */
  readonly amountCents: number | null;
  readonly noticeReceivedOn?: string;
  readonly currentEnd?: string;
  readonly rule?: Record<string, unknown>;
  readonly land?: string;
}
type Choice = Pick<Expected, "sku" | "policy" | "termMonths"> & { readonly vendor: string; readonly mode?: string };

const choices: readonly Choice[] = [
  ...[12, 24, 36].map((termMonths) => ({
    vendor: "fluxpunkt",
    sku: "pro-ivr",
    policy: "fluxpunkt/subscription",
    termMonths,
    mode: "Abo",
  })),
  { vendor: "fluxpunkt", sku: "support-premium", policy: "fluxpunkt/support" },
  { vendor: "fluxpunkt", sku: "support-enterprise", policy: "fluxpunkt/support" },
  { vendor: "autphone", sku: "extension", policy: "autphone/extension" },
  { vendor: "autphone", sku: "flat-de-s", policy: "autphone/minute-package" },
  { vendor: "netinteract", sku: "extension", policy: "netinteract/contract" },
  { vendor: "netinteract", sku: "flat-de", policy: "netinteract/flat" },
  { vendor: "netinteract", sku: "queue", policy: "netinteract/partial" },
  { vendor: "enreach", sku: "advanced", policy: "enreach/contract" },
  { vendor: "c4b", sku: "9130.0000.036", policy: "c4b/up2date" },
];

const asOf = todayOf();
const chance = mulberry32(2_026);
const below = (limit: number) => Math.floor(chance() * limit);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const someDay = () => dayAfter(asOf, 90 - below(365 * 11));

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function imported(at: number): Expected & Choice {
  const choice = oneOf(choices);
  const start = choice.vendor === "c4b" ? dayAfter(asOf, -below(1_000)) : someDay();
  const common = {
    ...choice,
    system: `S${at}`,
    start,
    interval: oneOf(["month", "quarter", "year"] as const),
    amountCents: choice.vendor === "enreach" || chance() < 0.8 ? 100 + below(500_000) : null,
  };
  if (choice.vendor === "c4b")
    return { ...common, amountCents: 100 + below(500_000), currentEnd: dayAfter(start, 100 + below(1_400)) };
  const isNoticed = choice.vendor !== "enreach" && start < asOf && chance() < 0.2;
  return isNoticed ? { ...common, noticeReceivedOn: dayAfter(asOf, -below(400)) } : common;
}

const intervals = { month: "monatlich", quarter: "vierteljährlich", year: "jährlich" } as const;
const words = (cents: number) => (cents / 100).toFixed(2).replace(".", ",");
const lineOf = (row: Expected & Choice, at: number) =>
  [
    `K${Math.floor(at / 20)}`,
    row.system,
    row.vendor,
    row.sku,
    row.mode ?? "",
    row.termMonths ?? "",
    row.start,
    row.currentEnd ?? "",
    intervals[row.interval],
    row.amountCents === null ? "" : words(row.amountCents),
    row.noticeReceivedOn ?? "",
  ].join(";");
const head =
  "Kundennummer;Anlage;Hersteller;Artikel;Bezugsart;Laufzeit;Beginn;Laufzeitende;Zahlweise;Betrag;Kündigung eingegangen";

function ownRule() {
  return {
    minimumMonths: oneOf([0, 1, 3, 12, 24, 60]),
    renewalMonths: oneOf([null, 1, 3, 6, 12]),
    noticeLength: oneOf([0, 1, 3, 6, 10, 14, 30]),
    noticeUnit: oneOf(["day", "week", "month", "werktag"]),
    to: oneOf(["term-end", "month-end", "year-end"]),
  };
}

interface Contract {
  readonly id: string;
  readonly systemId: string;
  readonly policy: string;
  readonly amountCents: number | null;
  readonly [field: string]: unknown;
}

/** What the calculator is asked about a contract. */
function question({ policy, termMonths, start, noticeReceivedOn, rule, land }: Expected) {
  const given = { policy, termMonths, start, noticeReceivedOn, rule, land };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
const calculated = (request: Record<string, unknown>) => answer(request) as Record<string, unknown>;

describe("a customer base that came in over the API", () => {
  const expected = new Map<string, Expected>();
  const contracts = new Map<string, Contract>();
  let key: string;

  async function all<T>(id: string, query = ""): Promise<T[]> {
    const items: T[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const answered = await callApi(key, id, { query: `?limit=200${query}${next === "" ? "" : `&cursor=${next}`}` });
      expect(answered.status).toBe(200);
      const page = answered.body as unknown as { items: T[]; next: string | null };
      items.push(...page.items);
      next = page.next;
    }
    return items;
  }

  beforeAll(async () => {
    key = await makeApiKey(await makeReseller(), ["read", "write", "calc"]);
    const rows = Array.from({ length: CONTRACTS - BY_HAND }, (_, at) => imported(at));
    const read = await callApi(key, "importEstate", {
      body: [head, ...rows.map(lineOf)].join("\n"),
      headers: { "content-type": "text/csv" },
    });
    const figures = read.body as unknown as Record<string, unknown>;
    expect([read.status, figures.errors ?? [], figures.new]).toEqual([200, [], rows.length]);

    const systems = await all<{ id: string; name: string; vendor: string }>("listSystems");
    const nameOf = new Map(systems.map(({ id, name }) => [id, name]));
    const bySystem = new Map(rows.map((row) => [row.system, row]));
    for (const contract of await all<Contract>("listContracts")) {
      const row = bySystem.get(nameOf.get(contract.systemId) ?? "");
      if (row !== undefined) expected.set(contract.id, row);
    }
    // A file has no column for rules of one's own and for the Land; those come one by one.
    // Beside a contract that a notice ends, a part would end with it.
    const own = systems
      .filter(({ vendor, name }) => /fluxpunkt|autphone/.test(vendor) && !bySystem.get(name)?.noticeReceivedOn)
      .slice(0, BY_HAND);
    for (const { id: systemId, name: system, vendor } of own) {
      const sku = vendor === "fluxpunkt" ? "intercom" : "flat-de-m";
      const hasRule = chance() < 0.7;
      const about = {
        start: someDay(),
        ...(vendor === "fluxpunkt" ? { termMonths: oneOf([12, 24, 36]) } : {}),
        ...(hasRule ? { rule: ownRule() } : {}),
        land: oneOf(LAENDER),
      };
      const policy = vendor === "fluxpunkt" ? "fluxpunkt/subscription" : "autphone/minute-package";
      const row: Expected = { ...about, system, sku, policy, interval: "month", amountCents: 100 + below(90_000) };
      const { start: startsOn, rule, ...more } = about;
      const created = await callApi(key, "createContract", {
        body: {
          systemId,
          sku,
          startsOn,
          ...more,
          amountCents: row.amountCents,
          ...(rule === undefined ? {} : { rule: { ...rule, source: "Rahmenvertrag", clause: "§ 4" } }),
        },
      });
      // What the calculator refuses, the API refuses too.
      const isRight = calculated({ op: "terms", asOf, ...question(row) }).ok === true;
      expect([isRight, created.status, JSON.stringify(row)]).toEqual([
        isRight,
        isRight ? 201 : 422,
        JSON.stringify(row),
      ]);
      if (isRight) expected.set((created.body as unknown as { id: string }).id, row);
    }
    for (const contract of await all<Contract>("listContracts")) contracts.set(contract.id, contract);
  }, 120_000);

  it("holds every contract with the policy of its article", () => {
    expect(contracts.size).toBe(expected.size);
    expect(contracts.size).toBeGreaterThan(CONTRACTS - BY_HAND + BY_HAND / 2);
    for (const [id, { policy }] of expected) expect(contracts.get(id)?.policy).toBe(policy);
    expect(new Set([...expected.values()].map(({ policy }) => policy)).size).toBe(9);
  });

  it("has the calculator's dates for each, in the list and alone", async () => {
    for (const [id, row] of expected) {
      const contract = contracts.get(id);
      if (row.policy === "c4b/up2date") {
        expect(contract).toMatchObject({ termEndsOn: row.currentEnd, noticeDueOn: null, cancellableTo: null });
        continue;
      }
      const said = calculated({ op: "terms", asOf, ...question(row) });
      expect(said.ok, JSON.stringify(row)).toBe(true);
      const dates =
        row.noticeReceivedOn === undefined
          ? {
              termEndsOn: said.termEnd,
              cancellableTo: said.cancellableTo,
              noticeDueOn: said.noticeDeadline,
              sendByOn: said.sendBy,
              endsOn: null,
            }
          : { endsOn: said.endsOn, noticeDueOn: null, sendByOn: null };
      expect(contract, JSON.stringify(row)).toMatchObject(dates);
    }
    for (const id of [...expected.keys()].filter((_, at) => at % 20 === 0)) {
      const alone = await callApi(key, "showContract", { object: id });
      expect(alone.body).toEqual(contracts.get(id));
    }
  });

  it("has each contract's next deadline among the deadlines, and none beside it", async () => {
    const deadlines = await all<{ contractId: string | null; kind: string; dueOn: string; sendByOn: string | null }>(
      "listDeadlines",
    );
    const sorted = deadlines.map(({ sendByOn, dueOn }) => sendByOn ?? dueOn);
    expect(sorted.length).toBeGreaterThan(CONTRACTS / 2);
    const byContract = Map.groupBy(deadlines, ({ contractId }) => contractId);
    for (const [id, row] of expected) {
      const found = byContract.get(id) ?? [];
      const notices = found.filter(({ kind }) => kind === "notice");
      if (row.policy === "c4b/up2date") {
        const kinds = found.map(({ kind, dueOn }) => [/^(renewal-window|up2date-end)$/.test(kind), dueOn]);
        expect(kinds).toEqual([[true, row.currentEnd]]);
        continue;
      }
      const said = calculated({ op: "terms", asOf, ...question(row) });
      if (row.policy === "enreach/contract") expect(found.map(({ kind }) => kind)).toEqual(["rule-unknown"]);
      else if (row.noticeReceivedOn !== undefined) expect(notices).toEqual([]);
      else
        expect(
          notices.map(({ dueOn, sendByOn }) => [dueOn, sendByOn]),
          JSON.stringify(row),
        ).toEqual([[said.noticeDeadline, said.sendBy]]);
    }
  });

  it("comes to the calculator's forecast, to the cent", async () => {
    const from = asOf.slice(0, 7);
    const told = await callApi(key, "showForecast", { query: `?from=${from}&months=${MONTHS}&asOf=${asOf}` });
    expect(told.status).toBe(200);
    const unknown: string[] = [];
    const asked = [...expected].flatMap(([id, row]): ({ readonly id: string } & Record<string, unknown>)[] => {
      const amountCents = contracts.get(id)?.amountCents ?? null;
      if (row.amountCents !== null) expect(amountCents).toBe(row.amountCents);
      // From before the price list; nobody knows what was agreed.
      if (amountCents === null) {
        unknown.push(id);
        return [];
      }
      return row.currentEnd === undefined
        ? [{ id, ...question(row), amountCents, interval: row.interval }]
        : [{ id, policy: row.policy, currentEnd: row.currentEnd, amountCents }];
    });
    const priced = asked.filter(({ id }) => expected.get(id)?.amountCents === null);
    expect([unknown.length, priced.length].map((count) => count > 20)).toEqual([true, true]);
    const said = calculated({ op: "forecast", asOf, from, months: MONTHS, contracts: asked });
    expect(said.ok).toBe(true);
    const forecast = told.body as unknown as Record<string, unknown>;
    expect([...(forecast.unknownContractIds as string[])].sort()).toEqual(unknown.sort());
    expect(forecast.totals).toEqual(said.totals);
    expect(forecast.rows).toEqual(JSON.parse(JSON.stringify(said.rows)));
  });
});
