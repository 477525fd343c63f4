import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exitOf, nextCommand, projectRoot, startChild } from "./child";
import { CommandRefusal } from "./command";

/** All that the build reads. Tests are left out: they change nothing that is served. */
const buildInputs = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "types",
  "i18n",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

const stampFile = path.join(projectRoot, ".next", "built-from.sha256");

function addTo(hash: ReturnType<typeof createHash>, at: string): void {
  const full = path.join(projectRoot, at);
  if (!existsSync(full)) return;
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = `${at}/${entry.name}`;
    if (entry.isDirectory()) addTo(hash, child);
    else
      hash
        .update(`${child}\0`)
        .update(readFileSync(path.join(projectRoot, child)))
        .update("\0");
  }
}

/** Fingerprint of everything that the build is made from. */
export function sourcesDigest(): string {
  const hash = createHash("sha256").update(`${process.version}\0`);
  for (const input of buildInputs) {
    const full = path.join(projectRoot, input);
    if (/\.\w+$/.test(input)) {
      if (existsSync(full)) hash.update(`${input}\0`).update(readFileSync(full)).update("\0");
    } else addTo(hash, input);
  }
  return hash.digest("hex");
}

/** Whether the last complete build was made from the sources as they are now. */
export function isBuilt(digest = sourcesDigest()): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest;
}

/** Builds for production, unless the last build was made from the same sources. */
export async function buildIfChanged(onLine?: (line: string) => void): Promise<"built" | "unchanged"> {
  const digest = sourcesDigest();
  if (isBuilt(digest)) return "unchanged";
  // A build replaces the folder; a stamp that outlives a broken one would lie.
  if (existsSync(stampFile)) writeFileSync(stampFile, "");
  const child = startChild(nextCommand("build"), {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    ...(onLine ? { onLine } : {}),
  });
  if ((await exitOf(child)) !== 0) {
    throw new CommandRefusal(
      "Der Bau der Anwendung ist fehlgeschlagen; der Grund steht darüber. (next build failed; see above.)",
    );
  }
  writeFileSync(stampFile, digest);
  return "built";
}
