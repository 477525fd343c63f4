import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/calc/route";
import { answer } from "@/lib/calc/answer";
import { BATCH_MAXIMUM } from "@/lib/calc/answer-batch";
import { makeReseller, testDatabase } from "../support/database";
import { makePerson, makeSession, sent } from "../support/people";

testDatabase();

let token: string;
let platform: string;
beforeAll(async () => {
  ({ token } = await makeSession(await makePerson("finance", (await makeReseller()).resellerId)));
  ({ token: platform } = await makeSession(await makePerson("platform-admin", null)));
});

const post = (body: unknown, more: Parameters<typeof sent>[2] = {}) =>
  POST(sent("/api/v1/calc", body, { token, ...more }), { params: Promise.resolve(undefined) });
const price = { op: "price", vendor: "enreach", items: [{ sku: "professional", quantity: 30 }] };

describe("the calculator over HTTP", () => {
  it("answers one request with one answer and a list with a list", async () => {
    const one = await post(price);
    expect([one.status, one.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    const expected = JSON.parse(JSON.stringify(answer(price))) as unknown;
    expect(await one.json()).toEqual(expected);
    expect(await (await post([price, 5, price])).json()).toEqual([expected, answer(5), expected]);
    expect(await (await post([])).json()).toEqual([]);
  });

  it("answers a thousand and refuses one more", async () => {
    const request = { op: "price" };
    const many = (await (await post(Array.from({ length: BATCH_MAXIMUM }, () => request))).json()) as unknown[];
    expect(many).toHaveLength(BATCH_MAXIMUM);
    const more = await post(Array.from({ length: BATCH_MAXIMUM + 1 }, () => request));
    expect([more.status, await more.json()]).toMatchObject([400, { error: { code: "requests-too-many" } }]);
  });

  it("repeats an id as it was written, alone and in a list", async () => {
    const text = '{"op":"price","id":{"a":12345678901234567890,"b":1.0}}';
    expect(await (await post(text)).text()).toContain('"id":{"a":12345678901234567890,"b":1.0}');
    expect(await (await post(`[${text}]`)).text()).toContain('"id":{"a":12345678901234567890,"b":1.0}');
  });

  it("keeps every field of a request: the ways of forms are unknown ones here", async () => {
    const answered = (await (await post({ ...price, weiter: "/kunden" })).json()) as {
      ok: boolean;
      error?: { path: string };
    };
    expect(answered).toMatchObject({ ok: false, error: { path: "weiter" } });
  });

  it.each<[string, unknown, Parameters<typeof sent>[2], number]>([
    ["without a session", price, { token: "" }, 401],
    [
      "of the platform's admin",
      price,
      {
        get token() {
          return platform;
        },
      },
      404,
    ],
    ["from elsewhere", price, { origin: "https://evil.example" }, 403],
    ["without JSON", "{", {}, 400],
    ["of nothing", "", {}, 400],
    ["as a form", "op=price", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["of more than 1 MiB", `["${"x".repeat(1024 * 1024)}"]`, {}, 413],
  ])("answers a call %s", async (_, body, more, status) => {
    const response = await post(body, more);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
  });

  it.each([
    ["alone", (deep: string) => deep],
    ["in a list, where the others are answered", (deep: string) => `[${deep},5]`],
  ])("answers what is nested beyond sense: %s", async (_, wrap) => {
    const deep = `{"op":"price","id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const response = await post(wrap(deep));
    expect(response.status).toBe(200);
    const answers = [(await response.json()) as unknown].flat();
    expect(answers[0]).toMatchObject({ ok: false });
    if (answers.length > 1) expect(answers[1]).toEqual(answer(5));
  });
});
