import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { done, type Outcome } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { refuse } from "@/lib/domain/refusal";
import { type Role, roles } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { makeReseller, testDatabase } from "../support/database";
import { makePerson, makeSession, sent } from "../support/people";

testDatabase();

const seen: unknown[] = [];
let outcome: Outcome = "done";
const schema = z.strictObject({
  word: z.string().min(2),
  count: z.int().min(1).max(9).optional(),
  on: z.iso.date().optional(),
});
const handler = route({ task: "record-notice", schema }, async ({ input }) => {
  seen.push(input);
  return outcome;
});
const open = route({ auth: "none", schema: z.strictObject({}) }, async ({ viewer }) =>
  done({ name: viewer?.name ?? null }),
);

const tokens = new Map<Role, string>();
let token: string;
beforeAll(async () => {
  const { resellerId } = await makeReseller();
  for (const role of roles) {
    const customerIds = role.startsWith("customer-") ? [uuidv7()] : null;
    const person = await makePerson(role, role === "platform-admin" ? null : resellerId, { customerIds });
    tokens.set(role, (await makeSession(person)).token);
  }
  token = tokens.get("clerk") ?? "";
});

const noParams = { params: Promise.resolve({}) };
const post = (body: unknown, more: Parameters<typeof sent>[2] = {}) =>
  handler(sent("/api/portal/x", body, { token, ...more }), noParams);
const form = { "content-type": "application/x-www-form-urlencoded" };
const native = { ...form, accept: "text/html,*/*" };
type Fault = { error: { code: string; message: string; fields: { path: string; message: string }[] } };

describe("where a request comes from", () => {
  it.each<[string, string | null, Record<string, string>]>([
    ["no origin", null, {}],
    ["null", "null", {}],
    ["another site", "https://evil.example", {}],
    [
      "another site that names our host",
      "https://evil.example",
      { "x-forwarded-host": "evil.example", host: "evil.example" },
    ],
    ["a subdomain", "http://x.localhost:3000", {}],
    ["another port", "http://localhost:3001", {}],
    ["another scheme", "https://localhost:3000", {}],
    ["a longer name", "http://localhost:3000.evil.example", {}],
    ["a slash at the end", "http://localhost:3000/", {}],
    ["our origin from another site", env.origin, { "sec-fetch-site": "cross-site" }],
    ["our origin from the same site", env.origin, { "sec-fetch-site": "same-site" }],
    ["our origin from the address bar", env.origin, { "sec-fetch-site": "none" }],
  ])("refuses %s, whatever the body is", async (_, origin, headers) => {
    seen.length = 0;
    for (const type of [{}, form, native, { "content-type": "text/plain" }]) {
      const response = await post({ word: "abc" }, { origin, headers: { ...headers, ...type } });
      expect(response.status).toBe(403);
      expect(((await response.json()) as Fault).error.message).toContain(env.origin);
    }
    expect(seen).toEqual([]);
  });

  it.each<Record<string, string>>([{}, { "sec-fetch-site": "same-origin" }])(
    "takes the portal's own: %j",
    async (headers) => {
      expect((await post({ word: "abc" }, { headers })).status).toBe(200);
    },
  );
});

describe("what a request holds", () => {
  it.each<[string, unknown, Record<string, string>, number, string, string[]]>([
    ["no JSON", "{", {}, 400, "body-malformed", []],
    ["JSON nested beyond sense", "[".repeat(15_000), {}, 400, "body-malformed", []],
    ["deep JSON", "[".repeat(8_000) + "]".repeat(8_000), {}, 400, "fields-invalid", [""]],
    ["a list", "[]", {}, 400, "fields-invalid", [""]],
    ["null", "null", {}, 400, "fields-invalid", [""]],
    ["a text", '"word"', {}, 400, "fields-invalid", [""]],
    ["nothing", "", {}, 400, "fields-invalid", ["word"]],
    ["a field of the wrong type", { word: 5 }, {}, 400, "fields-invalid", ["word"]],
    ["null for a field", { word: null }, {}, 400, "fields-invalid", ["word"]],
    ["a short text", { word: "a" }, {}, 400, "fields-invalid", ["word"]],
    ["a number beyond its range", { word: "abc", count: 1e12 }, {}, 400, "fields-invalid", ["count"]],
    ["a day that is none", { word: "abc", on: "2026-02-31" }, {}, 400, "fields-invalid", ["on"]],
    ["two faults", { word: "a", count: 0.5 }, {}, 400, "fields-invalid", ["word", "count"]],
    [
      "a tenant slipped in",
      { word: "abc", reseller_id: uuidv7(), role: "x" },
      {},
      400,
      "fields-invalid",
      ["reseller_id", "role"],
    ],
    ["a prototype slipped in", '{"word":"abc","__proto__":{"a":1}}', {}, 400, "fields-invalid", ["__proto__"]],
    ["a constructor slipped in", { word: "abc", constructor: { a: 1 } }, {}, 400, "fields-invalid", ["constructor"]],
    ["a prototype in a form", "word=abc&__proto__=1", form, 400, "fields-invalid", ["__proto__"]],
    ["a field twice in a form", "word=abc&word=abd", form, 400, "fields-invalid", ["word"]],
    ["text", "word", { "content-type": "text/plain" }, 415, "body-type", []],
    ["XML", "<a/>", { "content-type": "application/xml" }, 415, "body-type", []],
    ["a file", "--x", { "content-type": "multipart/form-data; boundary=x" }, 415, "body-type", []],
    ["too much JSON", { word: "x".repeat(17_000) }, {}, 413, "body-too-large", []],
    ["too long a form", `word=${"x".repeat(17_000)}`, form, 413, "body-too-large", []],
  ])("answers %s", async (_, body, headers, status, code, paths) => {
    seen.length = 0;
    const response = await post(body, { headers });
    const { error } = (await response.json()) as Fault;
    expect([response.status, error.code, error.fields.map(({ path }) => path)]).toEqual([status, code, paths]);
    expect(error.message).toMatch(/\.$/);
    for (const { message } of error.fields) expect(message).toMatch(/[.?]$/);
    expect(seen).toEqual([]);
  });

  it("is not waited for once it is too much, whatever length it claims", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4_096));
      },
    });
    const headers = { "content-type": "application/json", origin: env.origin, "content-length": "10" };
    const cookie = { cookie: `lizenzkontor.session=${token}` };
    const request = new Request(`${env.origin}/api/portal/x`, {
      method: "POST",
      headers: { ...headers, ...cookie },
      body,
      duplex: "half",
    } as RequestInit);
    expect((await handler(request, noParams)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it("must be UTF-8", async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    const request = new Request(`${env.origin}/x`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: env.origin, cookie: `lizenzkontor.session=${token}` },
      body,
    });
    expect((await handler(request, noParams)).status).toBe(400);
  });

  it("reaches the handler checked, without the form's two ways", async () => {
    seen.length = 0;
    await post({ word: "abc", weiter: "/kunden", zurueck: "/konto" });
    await post("word=abc&weiter=%2Fkunden", { headers: form });
    expect(seen).toEqual([{ word: "abc" }, { word: "abc" }]);
  });
});

describe("who may", () => {
  it("is settled by the role: forbidden where it sees the thing, not there where it does not", async () => {
    const status = await Promise.all(
      roles.map(async (role) => (await post({ word: "abc" }, { token: tokens.get(role) })).status),
    );
    expect(Object.fromEntries(roles.map((role, index) => [role, status[index]]))).toEqual({
      "platform-admin": 404,
      "reseller-admin": 200,
      clerk: 200,
      finance: 403,
      "customer-admin": 403,
      "customer-viewer": 403,
    });
  });

  it("is asked before the body is looked at", async () => {
    expect((await post("{", { token: tokens.get("finance") })).status).toBe(403);
    expect((await post("{", { token: "" })).status).toBe(401);
  });

  it("is nobody without a session; a form is led to sign in and back", async () => {
    const response = await post({ word: "abc" }, { token: "garbage" });
    expect([response.status, ((await response.json()) as Fault).error.code]).toEqual([401, "not-signed-in"]);
    const headers = { ...native, referer: `${env.origin}/vertraege/1?a=b` };
    const led = await post("word=abc", { token: "garbage", headers });
    expect([led.status, led.headers.get("location")]).toEqual([303, "/anmelden?weiter=%2Fvertraege%2F1%3Fa%3Db"]);
  });

  it("is everybody where no session is asked for, known where there is one", async () => {
    const names = await Promise.all(
      ["", token].map(async (each) => (await open(sent("/x", {}, { token: each }), noParams)).json()),
    );
    expect(names).toEqual([{ name: null }, { name: expect.stringMatching(/^Person/) }]);
  });
});

describe("what is answered", () => {
  const answerTo = async (next: Outcome, headers: Record<string, string> = {}, body = "word=abc") => {
    outcome = next;
    try {
      return await post(body, { headers: { ...form, ...headers } });
    } finally {
      outcome = "done";
    }
  };

  it("is never kept by anybody and carries its number", async () => {
    for (const next of [
      "done",
      "not-found",
      refuse("person-yourself"),
      { status: 409, code: "not-found" },
    ] as Outcome[]) {
      const { headers } = await answerTo(next);
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("puts a refusal into words of the chosen language, with the field it is about", async () => {
    const refusal = refuse("customers-unknown", { numbers: "77" }, "customerNumbers");
    const body = (await (await answerTo(refusal)).json()) as Fault;
    const message = "Diese Kundennummern gibt es nicht: 77.";
    expect(body.error).toEqual({ code: "customers-unknown", message, fields: [{ path: "customerNumbers", message }] });
    const english = await post({}, { headers: { cookie: `locale=en; lizenzkontor.session=${token}` } });
    expect(((await english.json()) as Fault).error.fields).toEqual([{ path: "word", message: "This is missing." }]);
  });

  it("leads a form on or back, to own pages only", async () => {
    const headers = { ...native, referer: `${env.origin}/benutzer?fehler=alt` };
    const to = async (next: Outcome, body: string) => (await answerTo(next, headers, body)).headers.get("location");
    expect(await to("done", "word=abc&weiter=%2Fkunden%3Fa%3D1")).toBe("/kunden?a=1");
    expect(await to("done", "word=abc&weiter=https%3A%2F%2Fevil.example")).toBe("/");
    expect(await to("done", "word=abc")).toBe("/benutzer?fehler=alt");
    expect(await to(done({}, { weiter: "/anmelden" }), "word=abc")).toBe("/anmelden");
    expect(await to(refuse("person-yourself"), "word=abc")).toBe("/benutzer?fehler=person-yourself");
    expect(await to(refuse("person-yourself"), "word=abc&zurueck=%2Fkonto")).toBe("/konto?fehler=person-yourself");
    expect(await to("done", "word=a")).toBe("/benutzer?fehler=field-too-short&fehler.minimum=2&feld=word");
    expect(await to(refuse("person-already-member", { email: "a@b.de" }), "word=abc")).toBe(
      "/benutzer?fehler=person-already-member",
    );
  });

  it("is the same for what is absent and for an address that is no id", async () => {
    outcome = "not-found";
    const at = async (id: string) => {
      const response = await handler(sent(`/api/portal/x/${id}`, { word: "abc" }, { token }), {
        params: Promise.resolve({ id }),
      });
      return [response.status, await response.text()];
    };
    const absent = await at(uuidv7());
    expect(await at("1")).toEqual(absent);
    expect(await at("' or 1=1")).toEqual(absent);
    expect(absent[0]).toBe(404);
    outcome = "done";
  });

  it("tells nothing of a fault but its number", async () => {
    const failing = route({ auth: "none", schema: z.strictObject({}) }, async () => {
      throw new Error("secret of the inside");
    });
    const lines: string[] = [];
    const { error } = console;
    console.error = (line: string) => lines.push(line);
    const response = await failing(sent("/x", {}), noParams);
    console.error = error;
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain("secret");
    expect(lines.join()).not.toContain("secret");
    expect(lines.join()).toContain(response.headers.get("x-request-id"));
    expect(text).toContain(response.headers.get("x-request-id"));
  });
});
