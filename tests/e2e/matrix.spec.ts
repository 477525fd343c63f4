import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { dayAfter } from "@/lib/domain/dates";
import { type Objects, type Standing, type Tenancy, tenancyOf } from "../support/matrix-objects";
import { type Asked, ask, signInByHttp } from "../support/matrix-people";
import { everybody, portalFromEnvironment, type Who } from "../support/portal";
import { filesUnder, methodsOf, parseSource } from "../support/source-tree";
import { type Ids, type Row, routeTable, type Verdict } from "./route-table";

/** Every route and method, as everybody, on what is one's own, a sibling customer's, the other reseller's, nothing's, and no id at all. */

const portal = portalFromEnvironment();
const people: readonly (Who | "nobody")[] = ["nobody", ...everybody];
const confinedToOwn: readonly (Who | "nobody")[] = ["confined-clerk", "customer-admin", "customer-viewer"];

/** Headers with which a client may try to be taken for something else; none of them may change a verdict. */
const guises: readonly Record<string, string>[] = [
  {},
  { purpose: "prefetch" },
  { "sec-purpose": "prefetch;prerender" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
];
/** Asking for the page's data instead of its document: answered in another form, but never with more. */
const dataGuises: readonly Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(["", {}, null, null])) },
];

let tenancy: Tenancy;
const cookies = new Map<Who | "nobody", string | undefined>([["nobody", undefined]]);

test.beforeAll(async () => {
  tenancy = await tenancyOf(portal.adminUrl);
  for (const person of portal.people) cookies.set(person.who, await signInByHttp(portal, person));
});

const key = ({ method, path }: Pick<Row, "method" | "path">) => `${method} ${path}`;
function objectsFor(who: Who | "nobody"): Objects {
  const objects = tenancy.objects[who === "foreign-admin" ? "foreign" : "home"];
  const own = who === "nobody" ? undefined : tenancy.sessionOf.get(who);
  return { ...objects, session: { ...objects.session, ...(own ? { own } : {}) } };
}

/** Parts of an address that are no object of a tenant's. */
const fixedParts = { vendor: "fluxpunkt", edition: "2022-09", token: "keine-einladung", "...nextauth": "csrf" };

function addressOf(row: Row, id: string): string {
  const parts: Readonly<Record<string, string>> = { ...fixedParts, id };
  return row.path.replace(/\[([^\]]+)\]/g, (_, name: string) => parts[name] ?? `no value for ${name}`);
}

function idsOf(row: Row, id: string): Ids {
  const today = new Date().toISOString().slice(0, 10);
  return {
    today,
    id,
    unique: randomUUID().slice(0, 13),
    basis: (row.subject === "decision" ? tenancy.basisOf.get(id) : undefined) ?? "",
    later: dayAfter(today, 20),
  };
}

type Object = Standing | "absent" | "malformed";

function verdictOn(row: Row, who: Who | "nobody", object: Object): Verdict {
  const verdict = row.verdicts[who];
  if (verdict !== "ok" || !row.subject || object === "own") return verdict;
  if (object === "sibling" && !confinedToOwn.includes(who)) return "ok";
  return "absent";
}

function statusesOf(row: Row, verdict: Verdict): readonly number[] {
  switch (verdict) {
    case "ok":
    case "open":
      return row.ok;
    case "forbidden":
      return [403];
    case "absent":
      return [404];
    case "sign-in":
      return row.path.startsWith("/api/") ? [401] : [307];
  }
}

function send(row: Row, who: Who | "nobody", id: string, headers: Record<string, string> = {}): Promise<Asked> {
  return ask(portal.origin, addressOf(row, id), {
    method: row.method,
    cookie: cookies.get(who),
    headers,
    ...(row.body ? { body: row.body(idsOf(row, id)) } : {}),
  });
}

/** The answer without what differs from request to request: nonce, request id, and the id that was asked for. */
function comparable(answer: Asked, id: string): string {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  const requestId = answer.headers.get("x-request-id");
  let text = answer.text.replaceAll(id, "<id>");
  for (const [word, name] of [
    [nonce, "<nonce>"],
    [requestId, "<request>"],
  ] as const) {
    if (word) text = text.replaceAll(word, name);
  }
  return `${answer.status} ${answer.headers.get("content-type")}\n${text}`;
}

/** Numbers of customers are short enough to stand by chance in a request id, or in the id of something of one's own. */
const saysNothingOf = (answer: Asked, id: string, words: readonly string[]): string[] => {
  const text = comparable(answer, id).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<an id>");
  return words.filter((word) => text.includes(word));
};

/** `MATRIX_PART=1/2` asks every second row, on a portal of its own; without it, all. */
const [part = 1, parts = 1] = (process.env.MATRIX_PART ?? "1/1").split("/").map(Number);
const rows = routeTable.filter((_, at) => at % parts === part - 1);

test("the table holds every route and method of the file tree, and nothing else", () => {
  const inTree = filesUnder("app").flatMap((file) => {
    const path =
      `/${file.replace(/^app\//, "").replace(/\/?(page|route)\.tsx?$/, "")}`.replace(/\/\([^)]*\)/g, "") || "/";
    if (/(^|\/)page\.tsx$/.test(file)) return [`GET ${path}`];
    if (/(^|\/)route\.tsx?$/.test(file)) return methodsOf(parseSource(file)).map((method) => `${method} ${path}`);
    return [];
  });
  expect(inTree.length).toBeGreaterThan(15);
  expect([...new Set(routeTable.map(key))].sort()).toEqual([...inTree].sort());
  expect(rows.length, "a part that is none").toBeGreaterThanOrEqual(Math.floor(routeTable.length / parts));
});

for (const row of rows) {
  test([key(row), row.act].filter(Boolean).join(", "), async () => {
    const wrong: string[] = [];
    for (const who of people) {
      const objects: [Object, string][] = row.subject
        ? [
            ...(Object.entries(objectsFor(who)[row.subject]) as [Standing, string][]),
            ["absent", randomUUID()],
            ["malformed", "1 or 1=1"],
          ]
        : [["own", randomUUID()]];
      const answers = new Map<Object, string>();
      for (const [object, id] of objects) {
        const verdict = verdictOn(row, who, object);
        const allowed = statusesOf(row, verdict);
        // What one may read, one may read: there only the browser's own guess ahead must come to the same. What changes something is
        // done once where it may be done: the second time another answer is right.
        const mayNotRead = verdict !== "ok" || who === "foreign-admin";
        const worn =
          row.method === "GET"
            ? guises.slice(0, mayNotRead ? guises.length : 2)
            : guises.slice(0, verdict === "ok" ? 1 : 2);
        for (const guise of worn) {
          const answer = await send(row, who, encodeURIComponent(id), guise);
          const about = `${who} on ${object} with ${JSON.stringify(guise)}`;
          if (!allowed.includes(answer.status)) {
            wrong.push(
              `${about}: ${answer.status} instead of ${verdict} (${allowed.join(", ")}) ${answer.text.slice(0, 160)}`,
            );
          }
          if (verdict === "sign-in" && row.method === "GET" && !row.path.startsWith("/api/")) {
            const to = new URL(answer.headers.get("location") ?? "", portal.origin);
            if (to.pathname !== "/anmelden" || to.origin !== portal.origin) wrong.push(`${about}: sent to ${to}`);
          }
          const leaked = mayNotRead ? saysNothingOf(answer, encodeURIComponent(id), tenancy.homeWords) : [];
          if (leaked.length > 0) wrong.push(`${about}: tells of ${leaked.slice(0, 3).join(", ")}`);
          if (!/\bno-store\b/.test(answer.headers.get("cache-control") ?? ""))
            wrong.push(`${about}: may be stored by caches`);
          if (guise === guises[0]) answers.set(object, comparable(answer, encodeURIComponent(id)));
        }
        if (row.method !== "GET" || row.path.startsWith("/api/") || !mayNotRead) continue;
        for (const guise of dataGuises) {
          const answer = await send(row, who, encodeURIComponent(id), guise);
          const leaked = saysNothingOf(answer, encodeURIComponent(id), tenancy.homeWords);
          if (leaked.length > 0) wrong.push(`${who} on ${object} with ${JSON.stringify(guise)}: tells of ${leaked[0]}`);
          if (answer.status >= 500) wrong.push(`${who} on ${object} with ${JSON.stringify(guise)}: ${answer.status}`);
        }
      }
      if (
        row.subject &&
        verdictOn(row, who, "foreign") === "absent" &&
        answers.get("foreign") !== answers.get("absent")
      ) {
        wrong.push(
          `${who}: foreign and absent are answered differently\n${firstDifference(answers.get("foreign"), answers.get("absent"))}`,
        );
      }
    }
    expect(wrong).toEqual([]);
  });
}

function firstDifference(a = "", b = ""): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `  …${a.slice(Math.max(0, at - 60), at + 60)}\n  …${b.slice(Math.max(0, at - 60), at + 60)}`;
}
