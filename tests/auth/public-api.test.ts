import { Validator } from "@seriousme/openapi-schema-validator";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { apiKeysOf } from "@/db/queries/api-keys";
import { customers } from "@/db/schema";
import { withAuth, withTenant } from "@/db/tenant";
import { newApiKey } from "@/lib/auth/api-key";
import { answer } from "@/lib/calc/answer";
import { today as todayOf } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { openApiDocument } from "@/lib/public-api/openapi";
import type { Operation } from "@/lib/public-api/operation";
import { operations } from "@/lib/public-api/operations";
import { revokeApiKey } from "@/lib/use-cases/revoke-api-key";
import { type ApiAnswer, apiHandlers, callApi, makeApiKey } from "../support/api-calls";
import { makeReseller, testDatabase } from "../support/database";
import { estateCsv, estateRows, estateXlsx } from "../support/estate-files";

testDatabase();

/** Made-up bodies for each operation. */
const BODIES = 500;

let admin: Viewer;
let key: string;

const call = (
  id: string,
  { as = key, ...request }: Parameters<typeof callApi>[2] & { readonly as?: string } = {},
): Promise<ApiAnswer> => callApi(as, id, request);

async function made(id: string, body: unknown): Promise<string> {
  const created = await call(id, { body });
  expect(created.body).toMatchObject({});
  expect([id, created.status, JSON.stringify(created.body.errors ?? [])]).toEqual([id, 201, "[]"]);
  return (created.body as unknown as { id: string }).id;
}

beforeAll(async () => {
  admin = await makeReseller();
  key = await makeApiKey(admin, ["read", "write", "calc"]);
});

it("has a handler for every operation", () => {
  expect(Object.keys(apiHandlers).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe("a customer base, through the API", () => {
  it("is recorded, read page by page, and has the calculator's dates", async () => {
    const customerId = await made("createCustomer", { number: "K1", name: "Erste", land: "DE-BY" });
    await made("createCustomer", { number: "K2", name: "Zweite" });
    const first = await call("listCustomers", { query: "?limit=1" });
    expect(first.body.items).toHaveLength(1);
    const rest = await call("listCustomers", { query: `?limit=1&cursor=${first.body.next}` });
    expect([rest.body.items.length, rest.body.next]).toEqual([1, null]);

    const systemId = await made("createSystem", {
      customerId,
      vendor: "fluxpunkt",
      name: "Zentrale",
      installedUsers: 38,
      serverKey: "SERVER-KEY-0001",
    });
    const bought = { systemId, sku: "call-recording", purchasedOn: "2025-03-01", users: 38 };
    expect((await call("createLicence", { body: bought })).status).toBe(201);
    const licence = (await call("listLicences", { query: `?system=${systemId}` })).body.items[0];
    expect(licence).toMatchObject({ quantity: 1, purchases: [{ tier: "21-40" }] });

    const contract = { systemId, sku: "intercom", startsOn: "2026-01-15", termMonths: 12 };
    const contractId = await made("createContract", contract);
    const asOf = todayOf();
    const said = answer({ op: "terms", policy: "fluxpunkt/subscription", termMonths: 12, start: "2026-01-15", asOf });
    const shown = await call("showContract", { object: contractId });
    expect(shown.body).toMatchObject({
      termEndsOn: said.termEnd,
      cancellableTo: said.cancellableTo,
      noticeDueOn: said.noticeDeadline,
      sendByOn: said.sendBy,
    });
    const deadlines = await call("listDeadlines", { query: "?vendor=fluxpunkt" });
    expect(deadlines.body.items).toContainEqual(
      expect.objectContaining({ contractId, kind: "notice", dueOn: said.noticeDeadline, sendByOn: said.sendBy }),
    );
    const { amountCents } = shown.body as unknown as { amountCents: number };
    const request = { id: contractId, policy: "fluxpunkt/subscription", termMonths: 12, start: "2026-01-15" };
    const forecast = answer({
      op: "forecast",
      asOf,
      from: "2027-01",
      months: 24,
      contracts: [{ ...request, amountCents, interval: "month" }],
    });
    const told = await call("showForecast", { query: `?from=2027-01&months=24&asOf=${asOf}` });
    expect(told.body).toMatchObject({ totals: forecast.totals as object });
    const noticed = await call("createNotice", { object: contractId, body: { receivedOn: asOf, channel: "email" } });
    const ends = answer({
      op: "terms",
      policy: "fluxpunkt/subscription",
      termMonths: 12,
      start: "2026-01-15",
      asOf,
      noticeReceivedOn: asOf,
    });
    expect([noticed.status, noticed.body]).toMatchObject([201, { endsOn: ends.endsOn }]);
  });

  it("tells a changed version with the difference", async () => {
    const object = await made("createCustomer", { number: "K3", name: "Dritte" });
    expect((await call("changeCustomer", { object, body: { version: 1, name: "Neu" } })).body).toMatchObject({
      name: "Neu",
      version: 2,
    });
    const late = await call("changeCustomer", { object, body: { version: 1, name: "Anders" } });
    expect([late.status, late.body]).toMatchObject([
      409,
      { version: 2, differences: [{ field: "name", stored: "Neu", wanted: "Anders" }] },
    ]);
  });
});

describe("a key", () => {
  it("opens what its scope names, until it is revoked, and nothing of another reseller", async () => {
    const object = await made("createCustomer", { number: "K4", name: "Vierte" });
    expect((await call("listCustomers", { as: "" })).status).toBe(401);
    expect((await call("listCustomers", { as: newApiKey().key })).status).toBe(401);
    const reading = await makeApiKey(admin, ["read"]);
    expect((await call("listCustomers", { as: reading })).status).toBe(200);
    expect((await call("createCustomer", { as: reading, body: { number: "x", name: "x" } })).status).toBe(403);
    expect((await call("calculate", { as: reading, body: { op: "price" } })).status).toBe(403);
    const calculating = await makeApiKey(admin, ["calc"]);
    expect((await call("listCustomers", { as: calculating })).status).toBe(403);
    expect((await call("calculate", { as: calculating, body: { op: "price" } })).status).toBe(200);
    const foreign = await makeApiKey(await makeReseller(), ["read", "write"]);
    const theirs = await call("showCustomer", { as: foreign, object });
    expect([theirs.status, (await call("listCustomers", { as: foreign })).body.items]).toEqual([404, []]);
    const keys = await withAuth((tx) => apiKeysOf(tx, admin.resellerId ?? ""));
    const { id } = keys.find(({ name }) => name === reading) ?? { id: "" };
    expect(await revokeApiKey(admin, id, new Date())).toBe("done");
    expect((await call("listCustomers", { as: reading })).status).toBe(401);
  });
});

describe("an idempotency key", () => {
  it("has one effect, also fifty times at once, and stands for one request", async () => {
    const body = { number: "einmal", name: "Einmal" };
    const headers = { "idempotency-key": "auftrag-17" };
    const all = await Promise.all(Array.from({ length: 50 }, () => call("createCustomer", { body, headers })));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(all.map((each) => JSON.stringify(each.body))).size).toBe(1);
    expect(all.filter((each) => each.headers.get("idempotent-replayed") === "true")).toHaveLength(49);
    const rows = await withTenant(admin, (tx) =>
      tx.select({ id: customers.id }).from(customers).where(eq(customers.number, "einmal")),
    );
    expect(rows).toHaveLength(1);
    const other = await call("createCustomer", { body: { ...body, name: "Anders" }, headers });
    expect(other.status).toBe(409);
    const again = await call("createCustomer", { body });
    expect([again.status, again.body.errors]).toMatchObject([422, [{ path: "number" }]]);
  }, 60_000);
});

describe("a file, through the API", () => {
  const csv = { "content-type": "text/csv" };
  const figures = ({ body }: ApiAnswer) => {
    const { importId, rows, new: added, changed, unchanged, rejected } = body as unknown as Record<string, unknown>;
    return { isRead: importId !== null, rows, added, changed, unchanged, rejected };
  };

  it("is looked at, kept out whole for one faulty row, read in without it, and changes nothing again", async () => {
    const as = await makeApiKey(await makeReseller(), ["read", "write"]);
    const body = estateCsv(estateRows(100));
    const looked = await call("importEstate", { as, body, headers: csv, query: "?dryRun=true" });
    expect([looked.status, figures(looked)]).toEqual([
      200,
      { isRead: false, rows: 100, added: 99, changed: 0, unchanged: 0, rejected: 1 },
    ]);
    expect(looked.body.rejectedRows).toEqual([
      {
        line: 101,
        column: "Beginn",
        value: "31.02.2024",
        field: "start",
        code: expect.any(String),
        message: expect.stringMatching(/\w.*\.$/),
      },
    ]);
    const kept = await call("importEstate", { as, body, headers: csv });
    expect([kept.status, kept.headers.get("content-type"), kept.body.errors]).toMatchObject([
      422,
      "application/problem+json; charset=utf-8",
      [{ path: "101.start" }],
    ]);
    expect(figures(kept)).toMatchObject({ isRead: false, rejected: 1 });
    expect((await call("listCustomers", { as })).body.items).toEqual([]);

    const read = await call("importEstate", { as, body, headers: csv, query: "?partial=true" });
    expect([read.status, figures(read)]).toMatchObject([200, { isRead: true, added: 99, rejected: 1 }]);
    expect((await call("listCustomers", { as })).body.items).toHaveLength(8);
    const again = await call("importEstate", { as, body, headers: csv, query: "?partial" });
    expect(figures(again)).toMatchObject({ isRead: false, added: 0, changed: 0, unchanged: 99, rejected: 1 });
    const workbook = await call("importEstate", {
      as,
      body: await estateXlsx(estateRows(100, false)),
      headers: { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    });
    expect([workbook.status, figures(workbook)]).toMatchObject([200, { isRead: true, added: 1, unchanged: 99 }]);
    const form = new FormData();
    form.set("file", new Blob([Buffer.from(estateCsv(estateRows(100, false)))]), "bestand.csv");
    expect(figures(await call("importEstate", { as, body: form }))).toMatchObject({ isRead: false, unchanged: 100 });
  });

  it("has one effect under one idempotency key, also many times at once", async () => {
    const as = await makeApiKey(await makeReseller(), ["read", "write"]);
    const headers = { ...csv, "idempotency-key": "bestand-1" };
    const body = estateCsv(estateRows(28, false));
    const all = await Promise.all(Array.from({ length: 8 }, () => call("importEstate", { as, body, headers })));
    expect(new Set(all.map((each) => JSON.stringify([each.status, each.body]))).size).toBe(1);
    expect(all.map((each) => each.headers.get("idempotent-replayed")).filter(Boolean)).toHaveLength(7);
    expect(figures(all[0] as ApiAnswer)).toMatchObject({ isRead: true, added: 28 });
    const other = await call("importEstate", { as, body: estateCsv(estateRows(14, false)), headers });
    expect(other.status).toBe(409);
  });

  it("is refused with a sentence where it is none, and asks for the scope before it is read", async () => {
    const reading = await makeApiKey(admin, ["read"]);
    const refusals: [unknown, Record<string, string>, string, number][] = [
      [estateCsv([]), csv, reading, 403],
      ["{}", { "content-type": "application/json" }, key, 415],
      ["", csv, key, 422],
      ["%PDF-1.7", csv, key, 422],
      ["Farbe;Form\nrot;rund\n", csv, key, 422],
      ['Kundennummer;Hersteller;Artikel;Beginn\n1;"offen', csv, key, 422],
      [new FormData(), {}, key, 400],
      [estateCsv(estateRows(3)), { ...csv, "content-length": "17" }, key, 400],
      [new Uint8Array(26 * 1024 * 1024), csv, key, 413],
    ];
    for (const [body, headers, as, status] of refusals) {
      const refused = await call("importEstate", { as, body, headers });
      expect([refused.status, refused.headers.get("content-type")]).toEqual([
        status,
        "application/problem+json; charset=utf-8",
      ]);
      expect((refused.body as unknown as { detail: string }).detail).toMatch(/\w{3,}.*[.)]$/);
      expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect((await call("importEstate", { body: "x", headers: csv, query: "?dryRun=vielleicht" })).status).toBe(400);
  });
});

describe("whatever a program sends", () => {
  it("is answered with a problem that names the field, and never with a 5xx", async () => {
    const wrong = await call("createContract", {
      body: { systemId: "x", startsOn: "2026-02-31", quantity: 0, fremd: 1 },
    });
    expect(wrong.headers.get("content-type")).toContain("application/problem+json");
    expect(wrong.body.errors.map(({ path }) => path).sort()).toEqual([
      "fremd",
      "quantity",
      "sku",
      "startsOn",
      "systemId",
    ]);
    // Half of them are nearly right: a body that passes, with one field more, missing or of some other value.
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("2026-01-31", "0001-01-01", 1e12, -1, 0.5, "", "\0", "\ud800", null),
    );
    for (const of of (operations as readonly Operation[]).filter(({ body }) => body !== null)) {
      const known = Object.keys((of.body as unknown as { shape?: object }).shape ?? { a: 1 });
      const names = fc.constantFrom(...known, "__proto__", "constructor", "x");
      const example = (of.example ?? {}) as Record<string, unknown>;
      const nearly = fc.tuple(names, fc.option(values, { nil: undefined })).map(([name, value]) => {
        const { [name]: _, ...rest } = example;
        // As a member of its own, whatever its name means to JavaScript.
        return value === undefined
          ? rest
          : JSON.parse(JSON.stringify({ ...rest, "?": value }).replace('"?"', JSON.stringify(name)));
      });
      const bodies = fc.sample(fc.oneof(nearly, fc.dictionary(names, values), fc.json(), fc.string()), {
        numRuns: BODIES,
        seed: 7,
      });
      let refused = 0;
      for (const body of bodies) {
        const text = typeof body === "string" ? body : JSON.stringify(body);
        const about = `${of.id} ${text}`;
        const answered = await call(of.id, {
          body: text,
          ...(of.path.includes("{id}") ? { object: "01930000-0000-7000-8000-000000000001" } : {}),
        });
        expect(answered.status, about).toBeLessThan(500);
        if (answered.status < 400 || of.id === "calculate") continue;
        refused++;
        expect(answered.headers.get("content-type"), about).toContain("application/problem+json");
        // What is an object but not the right one names its fields.
        const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
        if (answered.status !== 400 || !isObject) continue;
        expect(answered.body.errors.length, about).toBeGreaterThan(0);
        for (const { path, message } of answered.body.errors) {
          expect(path, about).not.toBe("");
          expect(message, about).toMatch(/\w/);
        }
      }
      if (of.id !== "calculate") expect(refused, of.id).toBeGreaterThan(BODIES / 2);
    }
  }, 120_000);
});

describe("whatever stands in an address or a file", () => {
  it("is answered, and never with a 5xx", async () => {
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom("0", "201", "-1", "2026-13", "2026-02-30", "9999-12-31", "'", "\u0000"),
    );
    for (const of of (operations as readonly Operation[]).filter(({ method }) => method === "GET")) {
      const names = fc.constantFrom(...Object.keys((of.query as unknown as { shape: object }).shape), "fremd");
      for (const query of fc.sample(fc.dictionary(names, values, { maxKeys: 3 }), { numRuns: 60, seed: 7 })) {
        const text = `?${new URLSearchParams(query)}`;
        const object = of.path.includes("{id}") ? { object: "01930000-0000-7000-8000-000000000001" } : {};
        const { status, body } = await call(of.id, { query: text, ...object });
        expect(status, `${of.id} ${text}`).toBeLessThan(500);
        if (status === 400)
          expect(
            body.errors.map(({ path }) => path in query),
            text,
          ).not.toContain(false);
      }
    }
    const pieces = fc.constantFrom(
      "Kundennummer",
      "Artikel",
      ";",
      ",",
      "\t",
      '"',
      "\r\n",
      "\n",
      "\u0000",
      "=1+1",
      "31.02.2024",
      "__proto__",
      "c4b",
    );
    for (const parts of fc.sample(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), {
      numRuns: 150,
      seed: 7,
    })) {
      const body = parts.join("");
      const { status } = await call("importEstate", {
        body,
        headers: { "content-type": "text/csv" },
        query: "?dryRun",
      });
      expect([200, 422], JSON.stringify(body)).toContain(status);
    }
  }, 120_000);
});

describe("the document", () => {
  it("is OpenAPI 3.1, and its examples are what it describes", async () => {
    const document = openApiDocument("http://localhost:3000");
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const broken = { ...document, paths: { "/customers": { get: { responses: "none" } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
    for (const { id, body, example } of operations as readonly Operation[])
      if (body !== null) expect([id, body.safeParse(example).success]).toEqual([id, true]);
  });

  it("describes every operation with its answers and problems", () => {
    const document = openApiDocument("http://localhost:3000") as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(operations.map(({ id }) => id).sort());
    for (const { responses } of described)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400", "401", "429"]));
    expect(JSON.stringify(document)).not.toContain('"$schema"');
  });
});
