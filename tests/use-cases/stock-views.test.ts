import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/domain/viewer";
import { changeStockView, type StockViewAct } from "@/lib/use-cases/change-stock-view";
import { listStockViews, nameOfStockView } from "@/lib/use-cases/list-stock-views";
import { saveStockView } from "@/lib/use-cases/save-stock-view";
import { makeReseller, testDatabase, viewerOf } from "../support/database";

testDatabase();

const now = new Date("2026-11-20T09:00:00Z");
let anna: Viewer;
let bernd: Viewer;
let finance: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  anna = await makeReseller();
  const of = { resellerId: anna.resellerId, resellerName: anna.resellerName };
  bernd = viewerOf("clerk", of);
  finance = viewerOf("finance", of);
  stranger = await makeReseller();
});

const save = (viewer: Viewer, name: string, shared = false, search = "art=vertrag") =>
  saveStockView(viewer, { name, search, shared }, now);
const change = (viewer: Viewer, viewId: string, act: StockViewAct) => changeStockView(viewer, { viewId, act }, now);
const namesOf = async (viewer: Viewer) => (await listStockViews(viewer)).map((view) => view.name);
async function saved(viewer: Viewer, name: string, shared = false): Promise<string> {
  const made = await save(viewer, name, shared);
  if (!("id" in made)) throw new Error(`not saved: ${made.code}`);
  return made.id;
}

describe("a view", () => {
  it("is its maker's alone until it is shared, then everybody's of the reseller and nobody else's", async () => {
    const id = await saved(anna, "  Bald  zu\tkündigen ");
    expect(await listStockViews(anna)).toMatchObject([
      { id, name: "Bald zu kündigen", search: "art=vertrag", shared: false, isOwn: true, mayChange: true },
    ]);
    for (const viewer of [bernd, finance, stranger]) expect(await namesOf(viewer)).toEqual([]);
    expect(await change(anna, id, "share")).toBe("done");
    expect(await listStockViews(bernd)).toMatchObject([{ id, isOwn: false, byName: anna.name, mayChange: true }]);
    expect(await listStockViews(finance)).toMatchObject([{ id, mayChange: false }]);
    expect(await namesOf(stranger)).toEqual([]);
    expect(await change(bernd, id, "unshare")).toBe("done");
    expect(await namesOf(bernd)).toEqual([]);
    expect(await namesOf(anna)).toEqual(["Bald zu kündigen"]);
  });

  it("that is deleted can be brought back, unless its name was taken meanwhile", async () => {
    const id = await saved(anna, "Monatlich");
    expect(await change(anna, id, "delete")).toBe("done");
    expect(await namesOf(anna)).not.toContain("Monatlich");
    expect(await nameOfStockView(anna, id)).toEqual({ name: "Monatlich", isDeleted: true });
    expect(await change(anna, id, "share")).toBe("not-found");
    expect(await change(anna, id, "restore")).toBe("done");
    expect(await change(anna, id, "restore")).toBe("done");
    expect(await namesOf(anna)).toContain("Monatlich");
    await change(anna, id, "delete");
    await saved(anna, "Monatlich");
    expect(await change(anna, id, "restore")).toMatchObject({ code: "view-name-taken" });
  });

  it("has a name that is there, short enough and not taken by another of the same person", async () => {
    await saved(bernd, "Meine");
    expect(await save(bernd, "   ")).toMatchObject({ code: "view-name-missing", path: "name" });
    expect(await save(bernd, "x".repeat(61))).toMatchObject({ code: "view-name-too-long", path: "name" });
    expect(await save(bernd, " Meine")).toMatchObject({ code: "view-name-taken", path: "name" });
    expect(await save(anna, "Meine")).toHaveProperty("id");
  });

  it("is kept by those who may, and changed by nobody who does not see it", async () => {
    expect(await save(finance, "Zahlen")).toMatchObject({ code: "not-allowed" });
    const own = await saved(anna, "Nur für mich");
    const shared = await saved(anna, "Für alle", true);
    expect(await change(bernd, own, "delete")).toBe("not-found");
    expect(await nameOfStockView(bernd, own)).toBeNull();
    expect(await change(stranger, shared, "delete")).toBe("not-found");
    expect(await nameOfStockView(stranger, shared)).toBeNull();
    expect(await change(finance, shared, "delete")).toMatchObject({ code: "not-allowed" });
    expect(await change(anna, "1 or 1=1", "delete")).toBe("not-found");
    expect(await namesOf(anna)).toEqual(expect.arrayContaining(["Nur für mich", "Für alle"]));
    await expect(listStockViews(viewerOf("customer-admin", { resellerId: anna.resellerId }))).rejects.toThrow();
  });

  it("is one of a hundred at most", async () => {
    const busy = viewerOf("clerk", { resellerId: anna.resellerId });
    for (let at = 0; at < 100; at++) await saved(busy, `Ansicht ${at}`);
    expect(await save(busy, "Eine mehr")).toMatchObject({ code: "views-too-many", params: { most: 100 } });
  });
});
