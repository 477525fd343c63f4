import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { violationsOf } from "@/lib/domain/prerequisites";
import type { SystemHoldings, SystemUsage } from "@/lib/domain/prerequisites-rules";
import type { QuoteItem } from "@/lib/domain/pricing";
import { quote } from "@/lib/domain/pricing";
import { isRefusal } from "@/lib/domain/refusal";
import { type ReverseCheck, reverseCheck } from "@/lib/domain/reverse-check";
import { type ItemUnits, type ReverseItems, reverseCheckItems } from "@/lib/domain/reverse-check-items";
import { sentence } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { codes, listOf } from "../support/quotes";
import {
  ALL_LICENCES,
  AUTO_ATTENDANT,
  CONTACTS,
  DASHBOARD,
  DATABASES,
  FAX,
  IP_CHANNEL,
  OFFICE,
  OFFICE_PLUS,
  prerequisites,
  SERVER,
  SMART,
  TEAMDESK,
  UPG_OFFICE,
  UPG_SERVER,
  VOICEMAIL,
} from "../support/xphone";
import { passes, randomSystems, randomUsages } from "../support/xphone-oracle";

function reversed(system: SystemHoldings, removal: SystemHoldings, usage: SystemUsage = {}): ReverseCheck {
  const found = reverseCheck(prerequisites, system, usage, removal);
  if (isRefusal(found)) throw new Error(`${found.code} at ${found.path}`);
  return found;
}

const broken = (violations: ReverseCheck["breaks"]) => violations.map(({ sku, kind }) => `${sku} ${kind}`);
const goes = ({ goesWith }: ReverseCheck) => Object.fromEntries(goesWith.map(({ sku, quantity }) => [sku, quantity]));

const full = {
  [SERVER]: 1,
  [IP_CHANNEL]: 2,
  [OFFICE]: 20,
  [OFFICE_PLUS]: 40,
  [TEAMDESK]: 40,
  [FAX]: 5,
  [VOICEMAIL]: 5,
  [AUTO_ATTENDANT]: 1,
  [CONTACTS]: 3,
  [DASHBOARD]: 3,
};

type Row = [
  what: string,
  system: SystemHoldings,
  removal: SystemHoldings,
  usage: SystemUsage,
  breaks: string[],
  goesWith: SystemHoldings,
];

describe("what breaks if this goes from a system", () => {
  test.each<Row>([
    ["an OFFICE that nothing needs", full, { [OFFICE]: 20 }, {}, [], {}],
    ["ten OFFICE PLUS under TEAMDESK", full, { [OFFICE_PLUS]: 10 }, {}, [`${TEAMDESK} missing`], { [TEAMDESK]: 10 }],
    [
      "one of two channels: FAX stays",
      full,
      { [IP_CHANNEL]: 1 },
      {},
      [`${AUTO_ATTENDANT} missing`, `${VOICEMAIL} missing`],
      { [AUTO_ATTENDANT]: 1, [VOICEMAIL]: 5 },
    ],
    ["CONTACTS under DASHBOARD", full, { [CONTACTS]: 2 }, {}, [`${DASHBOARD} missing`], { [DASHBOARD]: 2 }],
    [
      "the server: nothing stands",
      { [SERVER]: 1, [OFFICE]: 3, [FAX]: 2, [IP_CHANNEL]: 1 },
      { [SERVER]: 1 },
      {},
      [`${IP_CHANNEL} missing`, `${OFFICE} missing`, `${FAX} missing`],
      { [IP_CHANNEL]: 1, [OFFICE]: 3, [FAX]: 2 },
    ],
    [
      "the upgrade of a SMART SERVER: its limits are back",
      { [SMART]: 1, [UPG_SERVER]: 1, [OFFICE]: 18, [CONTACTS]: 2 },
      { [UPG_SERVER]: 1 },
      {},
      [`${CONTACTS} excluded`, `${OFFICE} limit`],
      { [OFFICE]: 3, [CONTACTS]: 2 },
    ],
    [
      "a SMART SERVER under its upgrade",
      { [SMART]: 1, [UPG_SERVER]: 1, [OFFICE]: 1 },
      { [SMART]: 1 },
      {},
      [`${UPG_SERVER} missing`, `${OFFICE} missing`],
      { [UPG_SERVER]: 1, [OFFICE]: 1 },
    ],
    [
      "down the chain: OFFICE, its upgrade, TEAMDESK",
      { [SERVER]: 1, [OFFICE]: 5, [UPG_OFFICE]: 5, [TEAMDESK]: 5 },
      { [OFFICE]: 2 },
      {},
      [`${UPG_OFFICE} missing`],
      { [UPG_OFFICE]: 2, [TEAMDESK]: 2 },
    ],
    [
      "voicemail in the client",
      { [SERVER]: 1, [OFFICE]: 5, [VOICEMAIL]: 5, [IP_CHANNEL]: 2 },
      { [OFFICE]: 2 },
      { voicemailInClient: true },
      [`${VOICEMAIL} missing`],
      { [VOICEMAIL]: 2 },
    ],
  ])("%s", (_, system, removal, usage, breaks, goesWith) => {
    const found = reversed(system, removal, usage);
    expect(broken(found.breaks)).toEqual(breaks);
    expect(goes(found)).toEqual(goesWith);
    expect(found.remaining).toEqual([]);
    for (const { because } of found.goesWith) expect(because.length).toBeGreaterThan(0);
    for (const { because } of found.goesWith) expect(because.every(({ source }) => source?.clause)).toBe(true);
  });

  test("what no removal mends: data sources beyond what is left", () => {
    const found = reversed({ [SERVER]: 1, [DATABASES]: 1 }, { [DATABASES]: 1 }, { dataSources: 15 });
    expect(broken(found.breaks)).toEqual([`${SERVER} limit`]);
    expect([goes(found), broken(found.remaining)]).toEqual([{}, [`${SERVER} limit`]]);
  });

  test("a licence that needs two of another goes whole where one of them goes", () => {
    const double = {
      ...prerequisites,
      licences: prerequisites.licences.map((licence) => ({
        ...licence,
        needs: licence.sku === DASHBOARD ? licence.needs.map((need) => ({ ...need, quantity: 2 })) : licence.needs,
      })),
    };
    const found = reverseCheck(double, { [SERVER]: 1, [CONTACTS]: 6, [DASHBOARD]: 3 }, {}, { [CONTACTS]: 3 });
    if (isRefusal(found)) throw new Error(found.code);
    expect([goes(found), found.remaining]).toEqual([{ [DASHBOARD]: 2 }, []]);
  });

  test("what was broken stands apart from what breaks; what grows, breaks", () => {
    const system = { [SERVER]: 1, [DASHBOARD]: 3, [CONTACTS]: 2, [TEAMDESK]: 1 };
    const found = reversed(system, { [CONTACTS]: 1 });
    expect([broken(found.breaks), broken(found.stillBroken)]).toEqual([
      [`${DASHBOARD} missing`],
      [`${TEAMDESK} missing`],
    ]);
    expect(broken(reversed(system, { [TEAMDESK]: 1 }).mended)).toEqual([`${TEAMDESK} missing`]);
  });

  test("more than there is, and what nobody knows, is refused", () => {
    expect(reverseCheck(prerequisites, full, {}, { [OFFICE]: 21 })).toMatchObject({
      code: "removes-more-than-held",
      path: `removal.${OFFICE}`,
    });
    expect(reverseCheck(prerequisites, full, {}, { nothing: 1 })).toMatchObject({
      code: "licence-unknown",
      path: "removal.nothing",
    });
    expect(reverseCheck(prerequisites, { [SERVER]: 2 }, {}, {})).toMatchObject({ code: "more-than-one" });
  });

  test("random systems: without what goes with it only what remains is broken, and each unit that goes could not stay", () => {
    let chains = 0;
    fc.assert(
      fc.property(
        randomSystems(9),
        randomUsages,
        fc.constantFrom(...ALL_LICENCES),
        fc.nat(),
        (drawn, usage, sku, share) => {
          const held = drawn[sku] ?? 0;
          if (held === 0 || isRefusal(violationsOf(prerequisites, drawn, usage))) return;
          const removal = { [sku]: 1 + (share % held) };
          const found = reversed(drawn, removal, usage);
          const rest: Record<string, number> = { ...drawn };
          for (const [gone, quantity] of [...Object.entries(removal), ...Object.entries(goes(found))]) {
            rest[gone] = (rest[gone] ?? 0) - quantity;
            expect(rest[gone]).toBeGreaterThanOrEqual(0);
          }
          const left = violationsOf(prerequisites, rest, usage);
          expect(isRefusal(left) ? [] : left.violations).toEqual(found.remaining);
          expect(
            found.remaining.every(
              (violation) => violation.code.startsWith("usage") || violation.code === "limit-of-server",
            ),
          ).toBe(true);
          expect(passes(rest, usage)).toBe(found.remaining.length === 0);
          if (found.goesWith.length > 0) chains += 1;
        },
      ),
      { numRuns: 2_000, seed: 20_261_123 },
    );
    expect(chains).toBeGreaterThan(300);
  }, 30_000);
});

function reversedItems(vendor: string, items: readonly QuoteItem[], ...removal: ItemUnits[]): ReverseItems {
  const found = reverseCheckItems(listOf(vendor), items, removal);
  if (isRefusal(found)) throw new Error(`${found.code} at ${found.path}`);
  return found;
}

const extensions = (quantity: number, ...flats: string[]): QuoteItem[] => [
  { sku: "extension", quantity },
  ...flats.map((sku) => ({ sku, quantity })),
];

describe("what breaks if this goes from a contract", () => {
  test("bluePBX below three extensions: the contract cannot stand", () => {
    const found = reversedItems("netinteract", extensions(3), { sku: "extension", quantity: 1 });
    expect(codes(found.breaks)).toEqual(["below-minimum"]);
    expect([found.goesWith, codes(found.remaining), found.after]).toEqual([[], ["below-minimum"], null]);
    expect(found.breaks[0]?.source?.clause).toContain("mindestens drei Nebenstellen");
  });
  test("a flat is for all extensions: the one too many goes with its extension", () => {
    const found = reversedItems("netinteract", extensions(8, "flat-de"), { sku: "extension", quantity: 1 });
    expect(codes(found.breaks)).toEqual(["not-for-all"]);
    expect(found.goesWith).toMatchObject([{ sku: "flat-de", quantity: 1 }]);
    expect([found.before?.monthlyCents, found.after?.monthlyCents]).toEqual([8 * (850 + 690), 7 * (850 + 690)]);
  });
  test("one flat less is none", () => {
    const found = reversedItems("netinteract", extensions(8, "flat-de"), { sku: "flat-de", quantity: 1 });
    expect(found.goesWith).toMatchObject([{ sku: "flat-de", quantity: 7 }]);
    expect(found.after?.monthlyCents).toBe(8 * 850);
  });
  test("below ten extensions no mobile flat stands; it is said, with both conditions", () => {
    const found = reversedItems("netinteract", extensions(10, "flat-de-mobile"), { sku: "extension", quantity: 1 });
    expect(codes(found.breaks).toSorted()).toEqual(["needs-at-least", "not-for-all"]);
    expect(found.goesWith.map(({ sku, quantity }) => [sku, quantity])).toEqual([["flat-de-mobile", 10]]);
    expect(found.remaining).toEqual([]);
  });
  test("options beyond what is left of their profile", () => {
    const items = [
      { sku: "professional", quantity: 25 },
      { sku: "contact-tapi", profile: "professional", quantity: 25 },
      { sku: "fmc-flat-5", profile: "professional", quantity: 20 },
      { sku: "fmc-flat-10", profile: "professional", quantity: 5 },
    ];
    const found = reversedItems("enreach", items, { sku: "professional", quantity: 4 });
    expect(found.breaks.map(({ sku, profile, code }) => [sku, profile, code])).toEqual([
      ["contact-tapi", "professional", "more-options-than-users"],
      ["fmc-flat-5", undefined, "more-than-one-per-user"],
    ]);
    expect(found.goesWith.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ["contact-tapi", 4],
      ["fmc-flat-10", 4],
    ]);
    expect(codes(found.hints)).toEqual(["removal-lowers-discount"]);
  });
  test("a DialoX level under its WhatsApp number", () => {
    const items = [{ sku: "expert" }, { sku: "dialox-level-2" }, { sku: "whatsapp-number", quantity: 2 }];
    const found = reversedItems("enreach", items, { sku: "dialox-level-2", quantity: 1 });
    expect(found.goesWith.map(({ sku, quantity }) => [sku, quantity])).toEqual([["whatsapp-number", 2]]);
  });
  test("the rest may cost more than the whole: 101 extensions and one less", () => {
    const found = reversedItems("autphone", extensions(101), { sku: "extension", quantity: 1 });
    expect([found.before?.monthlyCents, found.after?.monthlyCents]).toEqual([55_550, 60_000]);
    expect(codes(found.hints)).toEqual(["removal-raises-price", "removal-costs-more"]);
    expect(sentence(found.hints[1] as never, "de")).toBe(
      "Der Rest kostet mehr als das Ganze: 600,00 € statt 555,50 € im Monat.",
    );
  });
  test("100 profiles and one less", () => {
    const found = reversedItems("enreach", [{ sku: "professional", quantity: 100 }], {
      sku: "professional",
      quantity: 1,
    });
    expect([found.before?.monthlyCents, found.after?.monthlyCents]).toEqual([149_000, 157_410]);
    expect(codes(found.hints)).toEqual(["removal-lowers-discount", "removal-costs-more"]);
  });
  test("more than is booked is refused at its unit; everything may go", () => {
    expect(reverseCheckItems(listOf("autphone"), extensions(3), [{ sku: "extension", quantity: 4 }])).toMatchObject({
      code: "removes-more-than-booked",
      path: "removal[0].quantity",
    });
    expect(reversedItems("autphone", extensions(3), { sku: "extension", quantity: 3 })).toMatchObject({
      breaks: [],
      after: null,
    });
  });
  test("random bluePBX contracts: the rest is priced unless only its minimum is broken", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 14 }),
        fc.constantFrom("flat-de", "flat-eu", "flat-de-mobile", "flat-eu-mobile", "queue"),
        fc.integer({ min: 1, max: 14 }),
        (quantity, flat, less) => {
          const items = extensions(quantity, flat);
          if (less > quantity || isRefusal(quote(listOf("netinteract"), items))) return;
          const found = reversedItems("netinteract", items, { sku: "extension", quantity: less });
          const stands = quantity - less >= 3;
          expect(codes(found.remaining)).toEqual(stands ? [] : ["below-minimum"]);
          expect(found.after !== null).toBe(stands);
        },
      ),
      { numRuns: 500, seed: 20_261_124 },
    );
  });
  test("every sentence is whole in both languages", () => {
    const found = [
      reversedItems("autphone", extensions(101), { sku: "extension", quantity: 1 }),
      reversedItems("netinteract", extensions(10, "flat-de-mobile"), { sku: "extension", quantity: 8 }),
      reversedItems("enreach", [{ sku: "professional", quantity: 100 }], { sku: "professional", quantity: 1 }),
    ];
    for (const reason of found.flatMap(({ breaks, hints }) => [...breaks, ...hints])) {
      for (const locale of LOCALES) expect(sentence(reason, locale)).not.toMatch(/undefined|NaN|null/);
    }
  });
});
