import { describe, expect, it } from "vitest";
import {
  COUNT_AT_MOST,
  differencesBetween,
  type FigureChange,
  faultOfChange,
  figureFieldsOf,
  type SystemFigures,
  withChange,
} from "@/lib/domain/system-figures";
import { figureNames } from "@/lib/format/figure-names";
import { hasWording } from "@/lib/format/reasons";
import { newestEdition, priceLists } from "@/lib/price-lists";

const fieldsOf = (vendor: string) => figureFieldsOf(newestEdition(vendor) ?? null);
const stored: SystemFigures = {
  installedUsers: 34,
  installedLightUsers: null,
  release: 8,
  usage: { dataSources: 2, faxInClient: true },
};

describe("the figures of a system", () => {
  it.each([
    ["fluxpunkt", { lightUsers: true, releases: [], counts: [], flags: [] }],
    ["autphone", { lightUsers: false, releases: [], counts: [], flags: [] }],
    ["c4b", { lightUsers: false, releases: [4, 5, 6, 7, 8], counts: ["dataSources", "ldapDataSources"] }],
  ])("are those that the list of %s asks for", (vendor, fields) => {
    expect(fieldsOf(vendor)).toMatchObject(fields);
  });

  it("of a vendor that no list knows are its users", () => {
    expect(figureFieldsOf(null)).toEqual({ lightUsers: false, releases: [], counts: [], flags: [] });
  });

  it("have their names", () => {
    const uses = priceLists.flatMap(({ prerequisites }) => [
      ...(prerequisites?.usageCounts ?? []),
      ...(prerequisites?.usageFlags ?? []),
    ]);
    expect(uses.length).toBeGreaterThan(4);
    expect(uses.filter((use) => figureNames[`usage.${use}`] === undefined)).toEqual([]);
  });

  it.each<[string, FigureChange, SystemFigures]>([
    ["nothing", {}, stored],
    ["a count", { installedUsers: 41 }, { ...stored, installedUsers: 41 }],
    ["to unknown", { installedUsers: null, release: null }, { ...stored, installedUsers: null, release: null }],
    [
      "uses one by one",
      { usage: { dataSources: null, faxInClient: false, ldapDataSources: 0 } },
      { ...stored, usage: { faxInClient: false, ldapDataSources: 0 } },
    ],
  ])("change: %s", (_, change, expected) => {
    expect(withChange(stored, change)).toEqual(expected);
  });

  it("differ by name, unknown as null", () => {
    expect(differencesBetween(stored, stored)).toEqual([]);
    const other = withChange(stored, { installedLightUsers: 0, usage: { dataSources: null, voicemailSms: true } });
    expect(differencesBetween(stored, other)).toEqual([
      { path: "installedLightUsers", from: null, to: 0 },
      { path: "usage.dataSources", from: 2, to: null },
      { path: "usage.voicemailSms", from: null, to: true },
    ]);
  });

  it.each<[string, string, FigureChange, { code: string; path: string } | null]>([
    ["zero", "fluxpunkt", { installedUsers: 0 }, null],
    ["unknown", "c4b", { release: null, usage: { dataSources: null, faxInClient: null } }, null],
    ["the largest", "fluxpunkt", { installedLightUsers: COUNT_AT_MOST }, null],
    [
      "too large",
      "fluxpunkt",
      { installedLightUsers: COUNT_AT_MOST + 1 },
      { code: "count-out-of-range", path: "installedLightUsers" },
    ],
    ["below zero", "fluxpunkt", { installedUsers: -1 }, { code: "count-out-of-range", path: "installedUsers" }],
    ["half a user", "fluxpunkt", { installedUsers: 1.5 }, { code: "count-out-of-range", path: "installedUsers" }],
    ["a release of the list", "c4b", { release: 4 }, null],
    ["a release of no list", "c4b", { release: 9 }, { code: "release-not-known", path: "release" }],
    ["a release where none is kept", "fluxpunkt", { release: 8 }, { code: "release-not-kept", path: "release" }],
    [
      "a use of another list",
      "fluxpunkt",
      { usage: { dataSources: 1 } },
      { code: "usage-not-known", path: "usage.dataSources" },
    ],
    ["a use of no list", "c4b", { usage: { constructor: 1 } }, { code: "usage-not-known", path: "usage.constructor" }],
    [
      "a count that is no number",
      "c4b",
      { usage: { dataSources: true } },
      { code: "count-out-of-range", path: "usage.dataSources" },
    ],
    [
      "a yes or no that is a number",
      "c4b",
      { usage: { faxInClient: 1 } },
      { code: "usage-not-known", path: "usage.faxInClient" },
    ],
  ])("are held to what can be: %s", (_, vendor, change, expected) => {
    const fault = faultOfChange(fieldsOf(vendor), change);
    if (expected === null) expect(fault).toBeNull();
    else expect(fault).toMatchObject(expected);
    if (fault !== null) expect(hasWording(fault.code)).toBe(true);
  });
});
