import { describe, expect, it } from "vitest";
import { importViolations, law, violationsIn } from "./support/import-law";
import {
  bareMutations,
  exportedFunctions,
  filesUnder,
  hasServerAction,
  isCode,
  parseSource,
  readSource,
  type Source,
  usesOf,
} from "./support/source-tree";

const everyFile = filesUnder(".");
const sources = everyFile.filter(isCode).map((file) => parseSource(file));
const inRoom = (prefix: string) => sources.filter(({ file }) => file.startsWith(prefix));
const product = sources.filter(({ file }) => !file.startsWith("tests/"));

/** Files that may do what nobody else may, each with the reason. */
const mayReadTheClock = /^(lib\/clock\.ts$|lib\/cli\/|tests\/)/;
const mayReadTheEnvironment = /^(lib\/env\.ts$|lib\/cli\/|tests\/|next\.config\.mjs$)/;
/**
 * The pool hands on the text that drizzle has written; COPY takes no parameters, so that the server quotes them into its text; roles and
 * databases are made by statements that take none either.
 */
const mayRunRawSql = new Set<string>(["db/pool.ts", "db/copy.ts", "db/embedded-cluster.ts"]);
/** next-auth brings its own handler: it checks its own CSRF token, and the proxy checks the origin. */
const mayExportBareMutations = new Set(["app/api/auth/[...nextauth]/route.ts"]);

const vendorNames = ["fluxpunkt", "c4b", "autphone", "enreach", "netinteract"];

const linesOf = (source: Source, lines: number[]) =>
  lines.map((line) => `${source.file}:${line}: ${source.text.split("\n")[line - 1]?.trim()}`);

/** Text files in which nothing of the place where the project was written may be named. */
const isText = (file: string) => /\.(ts|tsx|mjs|js|json|jsonl|md|css|sql|sh|yml|svg|example)$|^\.ci\//.test(file);
const foreignWords = [`/wo${"rk/"}`, `../sha${"red"}`, `/tmp/br${"ief"}`];

describe("the import law", () => {
  it("sees the files of every main room", () => {
    const rooms = ["app/", "components/", "db/", "lib/domain/", "lib/price-lists/", "lib/calc/", "lib/use-cases/"];
    expect(rooms.filter((room) => inRoom(room).length < 3)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });

  it("is kept by every file", () => {
    expect(sources.flatMap(importViolations)).toEqual([]);
  });

  it("starts every script of package.json with files of its own", () => {
    const { scripts } = JSON.parse(readSource("package.json")) as { scripts: Record<string, string> };
    const named = Object.values(scripts).flatMap((script) =>
      script.split(/[\s=]/).filter((word) => word.includes("/")),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !everyFile.includes(file))).toEqual([]);
  });

  it("names no package that is not installed", () => {
    const { dependencies, devDependencies } = JSON.parse(readSource("package.json"));
    const installed = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies), "*"]);
    const named = law.flatMap((room) => room.packages).filter((name) => !name.startsWith("node:"));
    const root = (name: string) => name.split("/", name.startsWith("@") ? 2 : 1).join("/");
    expect(named.map(root).filter((name) => !installed.has(name))).toEqual([]);
  });

  it.each([
    ["alias", "lib/domain/a.ts", `import { x } from "@/db/client";`],
    ["relative path", "lib/domain/a.ts", `import { x } from "../../db/client";`],
    ["re-export", "lib/domain/a.ts", `export { x } from "@/db/client";`],
    ["re-export of all", "lib/domain/a.ts", `export * from "../../db/client";`],
    ["dynamic import", "lib/domain/a.ts", `const x = await import("@/db/client");`],
    ["template path", "lib/domain/a.ts", ["const x = (n: string) => import(`@/db/$", "{n}`);"].join("")],
    ["computed path", "lib/domain/a.ts", "const x = (n: string) => import(n);"],
    ["require", "lib/domain/a.ts", `const x = require("postgres");`],
    ["side effect", "lib/domain/a.ts", `import "server-only";`],
    ["type from another room", "lib/domain/a.ts", `import type { X } from "@/db/schema";`],
    ["type by import()", "lib/domain/a.ts", `type X = import("@/db/schema").X;`],
    ["node module in the domain", "lib/domain/a.ts", `import fs from "node:fs";`],
    ["client in a page", "app/a/page.tsx", `import { db } from "@/db/client";`],
    ["schema in a page", "app/a/page.tsx", `import { people } from "../../db/schema";`],
    ["drizzle in a page", "app/a/page.tsx", `import { eq } from "drizzle-orm";`],
    ["drizzle's subpath in a page", "app/a/page.tsx", `import { pg } from "drizzle-orm/pg-core";`],
    ["stripe in a page", "app/a/page.tsx", `import Stripe from "stripe";`],
    ["use case as a value in a component", "components/a.tsx", `import { decide } from "@/lib/use-cases/decide";`],
    ["a sibling use case", "lib/use-cases/decide.ts", `import { listDecisions } from "./list-decisions";`],
    ["formatting in a use case", "lib/use-cases/decide.ts", `import { money } from "@/lib/format/money";`],
    ["domain as a value in the database room", "db/tenant.ts", `import { may } from "@/lib/domain/viewer";`],
    ["a file in no room", "lib/helpers/a.ts", "export const a = 1;"],
    ["a name that only begins like an allowed room", "lib/domain/a.ts", `import { x } from "../domain-extra/x";`],
  ])("finds a planted violation: %s", (_, file, text) => {
    expect(violationsIn(file, text)).toHaveLength(1);
  });

  it.each([
    ["comment", "lib/domain/a.ts", `// import { x } from "@/db/client";`],
    ["string", "lib/domain/a.ts", `export const x = 'import { x } from "@/db/client"';`],
    ["own room", "lib/domain/a.ts", `import { x } from "./dates";`],
    ["type for a component", "components/a.tsx", `import type { DecisionItem } from "@/lib/use-cases/list-decisions";`],
    ["queries in a page", "app/a/page.tsx", `import { q } from "@/db/queries/contracts";`],
  ])("lets pass what is allowed: %s", (_, file, text) => {
    expect(violationsIn(file, text)).toEqual([]);
  });

  it("prints the offending line", () => {
    const [line] = violationsIn("lib/domain/a.ts", `\n\nimport { x } from "@/db/client";`);
    expect(line).toContain("lib/domain/a.ts:3");
    expect(line).toContain(`import { x } from "@/db/client";`);
  });
});

describe("the domain", () => {
  it("names no vendor", () => {
    const hits = inRoom("lib/domain/").flatMap((source) =>
      source.text
        .split("\n")
        .flatMap((text, index) =>
          vendorNames.some((name) => text.toLowerCase().includes(name)) ? [`${source.file}:${index + 1}: ${text}`] : [],
        ),
    );
    expect(hits).toEqual([]);
  });

  it("has every vendor's name looked for", () => {
    const vendors = filesUnder("lib/price-lists")
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.split("/")[2]);
    expect(vendors.length).toBeGreaterThanOrEqual(5);
    expect([...new Set(vendors)].filter((vendor) => !vendorNames.includes(vendor ?? ""))).toEqual([]);
  });
});

describe("the papers", () => {
  it("stand beside their readings", () => {
    const editions = filesUnder("lib/price-lists").filter((file) => file.endsWith(".json"));
    const without = editions.filter((file) => {
      const readings = file.replace(/\.json$/, ".readings.md");
      return !everyFile.includes(readings) || readSource(readings).trim().length < 100;
    });
    expect(editions.length).toBeGreaterThanOrEqual(5);
    expect(without).toEqual([]);
  });
});

describe("the database room", () => {
  it("is asked only inside the viewer's transaction", () => {
    const functions = inRoom("db/queries/").flatMap((source) =>
      exportedFunctions(source).map((fn) => ({ file: source.file, ...fn })),
    );
    const wrong = functions.filter(
      ({ firstParameter: first }) => !(first?.name === "tx" && /^\w*Tx$/.test(first.type)),
    );
    expect(functions.length).toBeGreaterThan(10);
    expect(wrong.map(({ file, line, name }) => `${file}:${line}: ${name} does not take the transaction first`)).toEqual(
      [],
    );
  });

  it("is the only one to write SQL as bare text, in few files", () => {
    const hits = product.flatMap((source) =>
      mayRunRawSql.has(source.file) ? [] : linesOf(source, usesOf(source, "raw-sql")),
    );
    expect(hits).toEqual([]);
  });
});

describe("the outside world", () => {
  it("gets the time from one file", () => {
    const hits = sources.flatMap((source) =>
      mayReadTheClock.test(source.file) ? [] : linesOf(source, usesOf(source, "clock")),
    );
    expect(hits).toEqual([]);
  });

  it("gets its settings from one file", () => {
    const hits = sources.flatMap((source) =>
      mayReadTheEnvironment.test(source.file) ? [] : linesOf(source, usesOf(source, "environment")),
    );
    expect(hits).toEqual([]);
  });

  it("changes something only through the wrapper", () => {
    const routes = inRoom("app/").filter(({ file }) => /\/route\.tsx?$/.test(file));
    const bare = routes.flatMap((source) =>
      mayExportBareMutations.has(source.file)
        ? []
        : bareMutations(source).map(
            ({ method, line }) => `${source.file}:${line}: ${method} is not made by route(...)`,
          ),
    );
    expect(routes.length).toBeGreaterThan(5);
    expect(bare).toEqual([]);
    expect(product.filter(hasServerAction).map(({ file }) => file)).toEqual([]);
  });

  it("gets a 404 for what is absent: no loading page lies above a page with parameters", () => {
    const pages = everyFile.filter((file) => /^app\/.*page\.tsx$/.test(file) && file.includes("["));
    const loading = everyFile.filter((file) => /^app\/(.*\/)?loading\.tsx$/.test(file));
    const above = loading.filter((file) => pages.some((page) => page.startsWith(file.replace(/loading\.tsx$/, ""))));
    expect(pages.length).toBeGreaterThan(1);
    expect(above).toEqual([]);
  });

  it("reads nothing of the place where this was written", () => {
    const texts = everyFile.filter(isText);
    const hits = texts.filter((file) => foreignWords.some((word) => readSource(file).includes(word)));
    expect(texts.length).toBeGreaterThan(150);
    expect(hits).toEqual([]);
  });
});

describe("the laws find what is planted", () => {
  const uses = (what: "clock" | "environment" | "raw-sql", text: string) => usesOf(parseSource("lib/a.ts", text), what);

  it.each([
    ["clock", "const a = new Date();"],
    ["clock", "const a = Date.now();"],
    ["environment", "const a = process.env.HOME;"],
    ["environment", "const { HOME } = process.env;"],
    ["raw-sql", "const a = sql.raw('x');"],
    ["raw-sql", "await client.unsafe('x');"],
  ] as const)("%s: %s", (what, text) => {
    expect(uses(what, text)).toEqual([1]);
  });

  it.each([
    ["clock", "const a = new Date(0); // new Date()"],
    ["environment", "const a = 'process.env';"],
    ["raw-sql", "const a = sql`x`;"],
  ] as const)("not a use of the %s: %s", (what, text) => {
    expect(uses(what, text)).toEqual([]);
  });

  it.each([
    ["export async function POST() {}", ["POST"]],
    ["export const DELETE = async () => new Response();", ["DELETE"]],
    ["const handler = 1; export { handler as PUT };", ["PUT"]],
    ["export const POST = route({}, async () => ok());", []],
    ["export async function GET() {}", []],
  ])("bare mutation: %s", (text, methods) => {
    const source = parseSource("app/a/route.ts", text as string);
    expect(bareMutations(source).map(({ method }) => method)).toEqual(methods);
  });

  it("a query that does not take the transaction first", () => {
    const source = parseSource(
      "db/queries/a.ts",
      "export const a = async (id: string, tx: Tx) => id;\nexport function b(tx: Tx) {}",
    );
    expect(exportedFunctions(source).map(({ firstParameter }) => firstParameter)).toEqual([
      { name: "id", type: "string" },
      { name: "tx", type: "Tx" },
    ]);
  });

  it("a server action", () => {
    expect(hasServerAction(parseSource("app/a.ts", `async function a() { "use server"; }`))).toBe(true);
    expect(hasServerAction(parseSource("app/a.ts", `"use client"; export const a = "use server";`))).toBe(false);
  });
});
