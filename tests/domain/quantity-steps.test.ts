import { describe, expect, it } from "vitest";
import type { QuoteItem } from "@/lib/domain/pricing";
import { quantitiesOf } from "@/lib/domain/quantity-steps";
import { newestEdition } from "@/lib/price-lists";

const on = (vendor: string, items: readonly QuoteItem[]) => {
  const list = newestEdition(vendor);
  if (list === undefined) throw new Error(vendor);
  return quantitiesOf(list, items);
};
const said = (vendor: string, items: readonly QuoteItem[]) =>
  on(vendor, items).steps.map(
    ({ skus, units, unitCents, totalCents, next, holds }) =>
      `${units} ${skus.join("+")} at ${unitCents} = ${totalCents}${holds ? "" : " (does not hold)"}, next ${next?.from} at ${next?.unitCents} = ${next?.totalCents}`,
  );
const bounds = (vendor: string, items: readonly QuoteItem[]) =>
  on(vendor, items).bounds.map(
    ({ kind, skus, sku, units, bound, left }) =>
      `${kind} ${skus.join("+")}: ${units} against ${bound}, ${left} (${sku})`,
  );

describe("prices that depend on how many are booked", () => {
  it.each<[string, string, QuoteItem[], string[]]>([
    ["nothing booked", "autphone", [], []],
    [
      "50 extensions: the 51st lowers the price of all",
      "autphone",
      [{ sku: "extension", quantity: 50 }],
      ["50 extension at 650 = 32500, next 51 at 600 = 30600"],
    ],
    [
      "two positions count together",
      "autphone",
      [
        { sku: "extension", quantity: 40 },
        { sku: "extension", quantity: 20 },
      ],
      ["60 extension at 600 = 36000, next 101 at 550 = 55550"],
    ],
    [
      "the last step",
      "autphone",
      [{ sku: "extension", quantity: 101 }],
      ["101 extension at 550 = 55550, next undefined at undefined = undefined"],
    ],
    [
      "25 profiles reach the second step of the discount",
      "enreach",
      [{ sku: "professional", quantity: 25 }],
      ["25 professional at 300 = 7500, next 100 at 400 = null"],
    ],
    [
      "a Starter takes everybody's discount",
      "enreach",
      [{ sku: "expert", quantity: 10 }, { sku: "starter" }],
      ["10 expert at 200 = 2000 (does not hold), next 25 at 300 = null"],
    ],
    ["what the list does not have counts nowhere", "autphone", [{ sku: "no-such-article", quantity: 50 }], []],
  ])("%s", (_, vendor, items, expected) => {
    expect(said(vendor, items)).toEqual(expected);
  });

  it.each<[string, string, QuoteItem[], string[]]>([
    ["nothing booked", "netinteract", [], []],
    [
      "three extensions are the fewest, ten the most with a known set-up",
      "netinteract",
      [{ sku: "extension", quantity: 3 }],
      ["at-least extension: 3 against 3, 0 (null)", "known-up-to extension: 3 against 10, 7 (setup)"],
    ],
    [
      "a flat with mobile asks for ten extensions",
      "netinteract",
      [
        { sku: "extension", quantity: 11 },
        { sku: "flat-de-mobile", quantity: 11 },
      ],
      [
        "at-least extension: 11 against 3, 8 (null)",
        "at-least extension: 11 against 10, 1 (flat-de-mobile)",
        "known-up-to extension: 11 against 10, -1 (setup)",
      ],
    ],
    [
      "at most ten single numbers",
      "enreach",
      [{ sku: "number-single", quantity: 8 }],
      ["at-most number-single: 8 against 10, 2 (null)"],
    ],
  ])("bounds: %s", (_, vendor, items, expected) => {
    expect(bounds(vendor, items)).toEqual(expected);
  });

  it("name where they stand", () => {
    const { steps } = on("autphone", [{ sku: "extension", quantity: 50 }]);
    const [bound] = on("enreach", [{ sku: "number-single", quantity: 1 }]).bounds;
    expect(steps[0]?.source.clause).toBeTruthy();
    expect(bound?.source.clause).toContain("Rufnummern");
  });
});
