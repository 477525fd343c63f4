import { describe, expect, test } from "vitest";
import { pricedSlot, priceSlots, slotKey } from "@/lib/domain/price-slots";
import { quote } from "@/lib/domain/pricing";
import { isRefusal } from "@/lib/domain/refusal";
import { cellsOf } from "@/lib/price-lists/contradictions";
import { newestEdition, priceLists } from "@/lib/price-lists/index";

function articleIn(vendor: string, sku: string) {
  const list = newestEdition(vendor);
  const article = list?.articles.find((each) => each.sku === sku);
  if (list === undefined || article === undefined) throw new Error(`no ${vendor} ${sku}`);
  return { list, article };
}
const slotsOf = (vendor: string, sku: string) => {
  const { list, article } = articleIn(vendor, sku);
  return priceSlots(list, article).map(({ offer, charge, dimensions, cents }) => [
    offer,
    charge,
    slotKey({ ...dimensions }),
    cents,
  ]);
};

describe("where an article has prices", () => {
  test.each([
    ["autphone", "flat-de-s", [["priced", "monthly", "", 1_000]]],
    [
      "autphone",
      "extension",
      [
        ["priced", "monthly", "tier=1-50", 650],
        ["priced", "monthly", "tier=51-100", 600],
        ["priced", "monthly", "tier=>100", 550],
      ],
    ],
    [
      "autphone",
      "porting",
      [
        ["free", "oneOff", "", null],
        ["priced", "oneOff", "", 2_500],
      ],
    ],
    [
      "fluxpunkt",
      "pro-ivr",
      [
        ["priced", "oneOff", "mode=purchase", 24_900],
        ["priced", "monthly", "mode=subscription termMonths=12", 1_221],
        ["priced", "monthly", "mode=subscription termMonths=24", 929],
        ["priced", "monthly", "mode=subscription termMonths=36", 742],
      ],
    ],
    [
      "enreach",
      "starter",
      [
        ["priced", "monthly", "charge=monthly", 490],
        ["priced", "oneOff", "charge=oneOff", 2_500],
      ],
    ],
    [
      "enreach",
      "ccc-agent",
      [
        ["unavailable", "monthly", "profile=starter", null],
        ["priced", "monthly", "charge=monthly profile=advanced", 400],
        ["priced", "oneOff", "charge=oneOff profile=advanced", 0],
        ["included", "monthly", "profile=professional", null],
        ["included", "monthly", "profile=expert", null],
      ],
    ],
    ["c4b", "3310.0030", [["priced", "oneOff", "", null]]],
    // A percentage of a system's list price is no price of its own.
    ["c4b", "9130.0000.012", []],
    ["c4b", "9131.0006", []],
  ])("%s %s", (vendor, sku, slots) => {
    expect(slotsOf(vendor, sku)).toEqual(slots);
  });

  test("tiers and forms", () => {
    const slots = slotsOf("fluxpunkt", "call-recording");
    expect(slots).toHaveLength(24);
    expect(slots).toContainEqual(["priced", "oneOff", "mode=purchase tier=81-150", 480_000]);
  });

  test.each(priceLists.map((list) => [list.vendor, list] as const))(
    "%s: no two under one key, and every cell of a price in one",
    (_, list) => {
      for (const article of list.articles) {
        const slots = priceSlots(list, article);
        const keys = slots
          .filter(({ offer }) => offer === "priced")
          .map(({ dimensions }) => slotKey({ ...dimensions }));
        expect(new Set(keys).size, article.sku).toBe(keys.length);
        const cells = slots.map(({ cell }) => cell).filter((cell) => cell !== null);
        expect(cells.toSorted(), article.sku).toEqual([...new Set(cellsOf(article))].toSorted());
      }
    },
  );

  test("only what is priced can have another price", () => {
    const { list, article } = articleIn("enreach", "ccc-agent");
    expect(pricedSlot(list, article, "charge=monthly profile=advanced")?.cents).toBe(400);
    expect(pricedSlot(list, article, "profile=expert")).toBeUndefined();
    expect(pricedSlot(list, article, "profile=starter")).toBeUndefined();
    expect(pricedSlot(list, article, "profile=nobody")).toBeUndefined();
  });

  test("a price row of a slot reaches the quote by the slot's own dimensions", () => {
    const { list, article } = articleIn("fluxpunkt", "call-recording");
    const slot = pricedSlot(list, article, "mode=purchase tier=21-40");
    const quoted = quote(
      list,
      [{ sku: "call-recording", mode: "purchase", users: 30 }],
      ({ sku, charge, ...dimensions }) =>
        sku === "call-recording" && charge === slot?.charge && slotKey(dimensions) === slotKey({ ...slot.dimensions })
          ? { cents: 99_900 }
          : undefined,
    );
    if (isRefusal(quoted)) throw new Error(quoted.code);
    expect(quoted.totals.oneOffCents).toBe(99_900);
  });
});
