import { beforeEach, describe, expect, test } from "vitest";
import { openVault } from "@/lib/vault/key-ring";
import { digestOf, isOutdated, maskOf, openKey, type Place, sealKey } from "@/lib/vault/seal";

const first = "2026:the-first-secret-of-at-least-32-characters";
const second = "2027:another-secret-of-at-least-32-characters!";
const place: Place = {
  resellerId: "018f0000-0000-7000-8000-000000000001",
  table: "licences",
  id: "018f0000-0000-7000-8000-000000000002",
  column: "licence_key",
};
const plain = "SF-7Q2K-91XM-ÄÖÜ€-4410";

beforeEach(() => openVault(first));

describe("a sealed key", () => {
  test("opens in its place, and is another text each time", () => {
    const one = sealKey(plain, place);
    const two = sealKey(plain, place);
    expect(openKey(one.sealed, place)).toBe(plain);
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.sealed).toMatch(/^v1\.2026\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(one.sealed).not.toContain("7Q2K");
  });

  test.each([
    ["reseller", { ...place, resellerId: "018f0000-0000-7000-8000-000000000009" }],
    ["row", { ...place, id: "018f0000-0000-7000-8000-000000000009" }],
    ["table", { ...place, table: "systems" as const }],
    ["column", { ...place, column: "server_key" as const }],
  ])("opens in no other %s", (_, other) => {
    expect(() => openKey(sealKey(plain, place).sealed, other)).toThrow();
  });

  test("opens with no bit of it flipped", () => {
    const { sealed } = sealKey(plain, place);
    const [version, id, ...parts] = sealed.split(".");
    let tried = 0;
    parts.forEach((part, at) => {
      const bytes = Buffer.from(part, "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const text = [version, id, ...parts.with(at, flipped.toString("base64url"))].join(".");
        expect(() => openKey(text, place)).toThrow();
        tried += 1;
      }
    });
    expect(tried).toBeGreaterThan(300);
  });

  test.each([4, 8, 12, 15])("opens with no tag of %i bytes", (length) => {
    const parts = sealKey(plain, place).sealed.split(".");
    const tag = Buffer.from(parts[4] ?? "", "base64url").subarray(0, length);
    expect(() => openKey([...parts.slice(0, 4), tag.toString("base64url")].join("."), place)).toThrow("too short");
  });

  test("opens while its secret is on the ring, whichever seals now", () => {
    const { sealed } = sealKey(plain, place);
    openVault(`${second},${first}`);
    expect(openKey(sealed, place)).toBe(plain);
    expect(isOutdated(sealed)).toBe(true);
    const anew = sealKey(plain, place).sealed;
    expect(isOutdated(anew)).toBe(false);
    openVault(second);
    expect(openKey(anew, place)).toBe(plain);
    expect(() => openKey(sealed, place)).toThrow(/lacks "2026"/);
  });
});

test("a digest is the same for the same key of the same reseller and secret only", () => {
  const digest = digestOf(plain, place.resellerId);
  expect(digestOf(plain, place.resellerId)).toBe(digest);
  expect(sealKey(plain, place).digest).toBe(digest);
  expect(digestOf(`${plain} `, place.resellerId)).not.toBe(digest);
  expect(digestOf(plain, "018f0000-0000-7000-8000-000000000009")).not.toBe(digest);
  openVault(second);
  expect(digestOf(plain, place.resellerId)).not.toBe(digest);
});

test.each([
  ["SF-7Q2K-91XM-4410", "•••• 4410"],
  ["123456789012", "•••• 9012"],
  ["12345678901", "••••"],
  ["7", "••••"],
])("of %s people see %s", (key, mask) => {
  expect(maskOf(key)).toBe(mask);
});
