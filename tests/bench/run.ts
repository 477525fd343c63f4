import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { closeDatabase, connectTo } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { type Cleanup, CommandRefusal, command } from "@/lib/cli/command";
import type { Bench } from "./measure";

// npm run bench [-- name ...]: every bench of this folder, or the named ones, each on an empty database of its own.
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "run" && name !== "measure" && !name.endsWith(".test"))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

await command(async (onStop: (cleanup: Cleanup) => void) => {
  if (names.length === 0) throw new CommandRefusal(`No bench is called ${wanted.join(", ")}.`);
  const folder = path.join(tmpdir(), `lizenzkontor-bench-${process.pid}`);
  const server = await startEmbedded({ folder, throwaway: true });
  onStop(server.stop);
  onStop(closeDatabase);
  let broken = 0;
  for (const name of names) {
    const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
    const ownerUrl = await emptyDatabase(server, `bench_${name.replaceAll("-", "_")}`);
    console.log(bench.name);
    const appUrl = Object.assign(new URL(server.appUrl), { pathname: new URL(ownerUrl).pathname }).href;
    for (const line of await bench.run(ownerUrl, appUrl)) {
      console.log(`  ${line.isKept ? "kept  " : "BROKEN"}  ${line.what}: ${line.figure} (limit: ${line.limit})`);
      if (!line.isKept) broken++;
    }
  }
  process.exitCode = broken === 0 ? 0 : 1;
});

async function emptyDatabase(server: Embedded, name: string): Promise<string> {
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const owner = postgres(server.ownerUrl, { max: 1 });
  await owner.unsafe(`create database ${name}`);
  await owner.end();
  await migrate(at(server.ownerUrl));
  await connectTo(at(server.appUrl));
  return at(server.ownerUrl);
}
