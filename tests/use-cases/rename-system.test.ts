import { expect, it } from "vitest";
import { createSystem } from "@/lib/use-cases/create-system";
import { listHistory } from "@/lib/use-cases/list-history";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { renameSystem, type SystemName } from "@/lib/use-cases/rename-system";
import { search } from "@/lib/use-cases/search";
import { showSystem } from "@/lib/use-cases/show-system";
import { codesOf, customerWithSystem } from "../support/by-hand";
import { makeReseller, testDatabase } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");

it("a system gets another name in the version that was seen, is found by it, and the trail says why", async () => {
  const admin = await makeReseller();
  const { customerId, systemId } = await customerWithSystem(admin, "netinteract", today, now);
  const rename = (more: Partial<SystemName>, viewer = admin) =>
    renameSystem(viewer, { systemId, version: 1, how: "changed", reason: "", name: "x", ...more }, today, now);
  expect(await rename({ name: " Hauptsitz Wyk " })).toEqual({ version: 2 });
  expect(found(await showSystem(admin, systemId, today)).system.name).toBe("Hauptsitz Wyk");
  expect(JSON.stringify(await search(admin, "Wyk", 5, today))).toContain(systemId);
  expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await rename({ name: "Lager" })).toEqual({
    conflict: true,
    version: 2,
    differences: [{ field: "name", stored: "Hauptsitz Wyk", wanted: "Lager" }],
  });
  const other = { customerId, vendor: "netinteract", name: "Lager", serverKey: null, figures: {} };
  await createSystem(admin, other, today, now);
  expect(codesOf(await rename({ version: 2, name: "Lager" }))).toEqual(["name: system-name-taken"]);
  expect(codesOf(await rename({ version: 2, name: "  " }))).toEqual(["name: system-name-missing"]);
  expect(codesOf(await rename({ version: 2, name: "Wyk", how: "corrected" }))).toEqual(["reason: reason-missing"]);
  expect(await rename({ version: 2, name: "Wyk", how: "corrected", reason: "Hieß nie anders" })).toEqual({
    version: 3,
  });
  const { entries } = await listHistory(admin, { systemId }, {});
  expect(entries[0]).toMatchObject({ action: "system-corrected", reason: "Hieß nie anders" });
  expect(await rename({ version: 3, name: "y" }, await makeReseller())).toBe("not-found");
});
