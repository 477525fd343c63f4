import { eq } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { licences, systems } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { listHistory } from "@/lib/use-cases/list-history";
import { recordKey } from "@/lib/use-cases/record-key";
import { resealKeys } from "@/lib/use-cases/reseal-keys";
import { revealKey } from "@/lib/use-cases/reveal-key";
import { REVEALED_MS, showKeys } from "@/lib/use-cases/show-keys";
import { openVault } from "@/lib/vault/key-ring";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

const database = testDatabase();
const first = "2026:the-first-secret-of-at-least-32-characters";
const second = "2027:another-secret-of-at-least-32-characters!";
const now = new Date("2026-11-29T10:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
let story: StoryTenant;
let other: StoryTenant;
let systemId: string;
let licenceId: string;

beforeAll(async () => {
  openVault(first);
  story = await tellStory("2026-11-20");
  other = await tellStory("2026-11-20");
  systemId = found(story.rows.systems.find((row) => row.name === "STARFACE Hafencity")).id;
  licenceId = found(story.rows.licences.find((row) => row.systemId === systemId && row.sku === "call-recording")).id;
});

const keys = async (viewer = story.clerk, asked: string | null = null, at = now) =>
  found(await showKeys(viewer, systemId, asked, at)).keys;
const keyOf = async (id: string, ...more: Parameters<typeof keys>) =>
  found((await keys(...more)).find((key) => key.id === id));
const typed = async (key: string, id = licenceId, viewer = story.clerk) =>
  recordKey(viewer, { holder: "licence", id, version: (await keyOf(id)).version, key }, now);

describe("a licence key", () => {
  it("is recorded sealed, and seen masked by everybody who sees the system", async () => {
    expect(await typed("  MOD-NEU1-22AA-4410 ")).toBe("done");
    for (const viewer of [story.clerk, story.admin, story.finance, story.personOf("10001")])
      expect(await keyOf(licenceId, viewer)).toMatchObject({ mask: "•••• 4410", plain: null });
    const [stored] = await withTenant(story.clerk, (tx) =>
      tx.select({ sealed: licences.licenceKeySealed }).from(licences).where(eq(licences.id, licenceId)),
    );
    expect(stored?.sealed).toMatch(/^v1\.2026\./);
  });

  it("is read only after it was noted that one asks, by who asked, and for a short while", async () => {
    expect((await keyOf(licenceId, story.clerk, licenceId)).plain).toBeNull();
    expect(await revealKey(story.clerk, "licence", licenceId, now)).toBe("done");
    expect((await keyOf(licenceId, story.clerk, licenceId)).plain).toBe("MOD-NEU1-22AA-4410");
    expect((await keyOf(licenceId, story.clerk)).plain).toBeNull();
    expect((await keyOf(licenceId, story.admin, licenceId)).plain).toBeNull();
    expect((await keyOf(licenceId, story.finance, licenceId)).plain).toBeNull();
    expect((await keyOf(licenceId, story.clerk, licenceId, later(REVEALED_MS - 1))).plain).not.toBeNull();
    expect((await keyOf(licenceId, story.clerk, licenceId, later(REVEALED_MS))).plain).toBeNull();
    const { entries } = await listHistory(story.finance, { systemId });
    expect(entries[0]).toMatchObject({ action: "licence-key-revealed", by: { name: story.clerk.name } });
    expect(JSON.stringify(entries)).not.toContain("22AA");
    expect(await revealKey(story.admin, "system", systemId, now)).toBe("done");
    expect((await keyOf(systemId, story.admin, systemId)).plain).toBe("SF-7K2M-Q9XA-41TD-2231");
  });

  it("is neither read nor recorded by whom it does not concern", async () => {
    const input = { holder: "licence", id: licenceId, version: 1, key: "x" } as const;
    for (const viewer of [story.finance, story.personOf("10001")]) {
      expect(await revealKey(viewer, "licence", licenceId, now)).toMatchObject({ code: "not-allowed" });
      expect(await recordKey(viewer, input, now)).toMatchObject({ code: "not-allowed" });
    }
    for (const viewer of [other.admin, story.confinedTo("10002")]) {
      expect(await revealKey(viewer, "licence", licenceId, now)).toBe("not-found");
      expect(await recordKey(viewer, input, now)).toBe("not-found");
      expect(await showKeys(viewer, systemId, licenceId, now)).toBeNull();
    }
    expect(await showKeys(story.personOf("10002"), systemId, null, now)).toBeNull();
    expect(await revealKey(story.clerk, "licence", systemId, now)).toBe("not-found");
    for (const column of ["licence_key_sealed", "licence_key_digest"])
      await expect(
        withTenant(story.personOf("10001"), (tx) => tx.execute(`select ${column} from app.licences` as never)),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(
      withTenant(story.personOf("10001"), (tx) => tx.select({ sealed: systems.serverKeySealed }).from(systems)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("that somebody else has changed meanwhile is not overwritten; the same key again changes nothing", async () => {
    const { version } = await keyOf(licenceId);
    const input = { holder: "licence", id: licenceId, version, key: "MOD-ZWEI-22AA-5511" } as const;
    expect(await recordKey(story.clerk, input, now)).toBe("done");
    expect(await recordKey(story.admin, { ...input, key: "MOD-DREI-22AA-6611" }, now)).toMatchObject({
      code: "licence-key-changed",
      params: { mask: "•••• 5511" },
    });
    const before = (await checkAuditTrail(story.resellerId)).entries;
    expect(await typed("MOD-ZWEI-22AA-5511")).toBe("done");
    expect((await keyOf(licenceId)).version).toBe(version + 1);
    expect((await checkAuditTrail(story.resellerId)).entries).toBe(before);
  });

  it.each([
    ["too long", "x".repeat(501), "licence-key-too-long"],
    ["of two lines", "SF-1\nSF-2", "licence-key-characters"],
    ["with a NUL", "SF-1\u00002", "licence-key-characters"],
  ])("%s is refused", async (_, key, code) => {
    expect(await typed(key)).toMatchObject({ code });
  });

  it("is taken away by an empty one", async () => {
    expect(await typed("  ")).toBe("done");
    expect(await keyOf(licenceId)).toMatchObject({ mask: null });
    expect(await revealKey(story.clerk, "licence", licenceId, now)).toMatchObject({ code: "licence-key-missing" });
    const { entries } = await listHistory(story.clerk, { systemId });
    expect(entries[0]).toMatchObject({ action: "licence-key-removed" });
  });

  it("that was put into another row by hand opens nowhere", async () => {
    await typed("MOD-FUNF-22AA-7711");
    const sibling = found(story.rows.licences.find((row) => row.systemId === systemId && row.id !== licenceId)).id;
    const admin = postgres(database.adminUrl, { max: 1 });
    await admin`update app.licences l set (licence_key_sealed, licence_key_mask, licence_key_digest) =
      (select licence_key_sealed, licence_key_mask, licence_key_digest from app.licences s where s.reseller_id = l.reseller_id and s.id = ${licenceId}) where l.id = ${sibling}`;
    await admin.end();
    expect(await revealKey(story.clerk, "licence", sibling, now)).toBe("done");
    await expect(showKeys(story.clerk, systemId, sibling, now)).rejects.toThrow();
    expect(await typed("MOD-RICHTIG-22AA-1", sibling)).toBe("done");
  });

  it("is sealed anew with a new secret; the old one can then be taken away", async () => {
    expect(await resealKeys(story.resellerId)).toMatchObject({ sealed: 0 });
    openVault(`${second},${first}`);
    const { seen, sealed } = await resealKeys(story.resellerId);
    expect(seen).toBeGreaterThan(3);
    expect(sealed).toBe(seen);
    expect(await resealKeys(story.resellerId)).toEqual({ seen, sealed: 0 });
    openVault(second);
    expect(await revealKey(story.clerk, "licence", licenceId, now)).toBe("done");
    expect((await keyOf(licenceId, story.clerk, licenceId)).plain).toBe("MOD-FUNF-22AA-7711");
    expect((await keyOf(systemId, story.clerk, null)).mask).toBe("•••• 2231");
    // The other reseller's were not, and nobody without the old secret reads them.
    const abroad = found(other.rows.systems.find((row) => row.name === "STARFACE Hafencity")).id;
    expect(await revealKey(other.clerk, "system", abroad, now)).toBe("done");
    await expect(showKeys(other.clerk, abroad, abroad, now)).rejects.toThrow(/lacks "2026"/);
  });
});
