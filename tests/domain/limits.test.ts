import { describe, expect, it } from "vitest";
import { limitsOf } from "@/lib/domain/limits";
import type { SystemHoldings, SystemUsage } from "@/lib/domain/prerequisites-rules";
import { newestEdition } from "@/lib/price-lists";

const found = newestEdition("c4b")?.prerequisites;
if (found === undefined) throw new Error("the list has no rules");
const rules = found;

const [SMART, SERVER, UPGRADE] = ["3212.0010", "3210.0030", "8.3210.003010"];
const [OFFICE, TAPI, DATABASES] = ["3310.0030", "3410.0030", "3211.0030.010"];

/** Each limit as "what: used of atMost, left". */
const said = (system: SystemHoldings, usage: SystemUsage = {}) =>
  limitsOf(rules, system, usage).map(({ of, used, atMost, left }) => `${of}: ${used} of ${atMost}, ${left}`);

describe("limits of the server held", () => {
  it.each([
    ["no server, no limits", { [OFFICE]: 3 }, {}, []],
    [
      "OFFICE counts with what is included; what nobody recorded is unknown",
      { [SMART]: 1, [OFFICE]: 13, [TAPI]: 4 },
      {},
      [
        `${OFFICE}: 18 of 20, 2`,
        `${TAPI}: 4 of 20, 16`,
        "dataSources: null of 3, null",
        "ldapDataSources: null of 0, null",
      ],
    ],
    [
      "passed limits are below zero",
      { [SMART]: 1, [OFFICE]: 16 },
      { dataSources: 5, ldapDataSources: 1 },
      [`${OFFICE}: 21 of 20, -1`, `${TAPI}: 0 of 20, 20`, "dataSources: 5 of 3, -2", "ldapDataSources: 1 of 0, -1"],
    ],
    [
      "a part speaks for the whole where only the part was told",
      { [SMART]: 1 },
      { ldapDataSources: 2 },
      [`${OFFICE}: 5 of 20, 15`, `${TAPI}: 0 of 20, 20`, "dataSources: 2 of 3, 1", "ldapDataSources: 2 of 0, -2"],
    ],
    [
      "a larger server limits other things",
      { [SERVER]: 1, [OFFICE]: 60 },
      { dataSources: 4 },
      ["dataSources: 4 of 10, 6"],
    ],
    [
      "what raises a limit is counted",
      { [SERVER]: 1, [DATABASES]: 2 },
      { dataSources: 0 },
      ["dataSources: 0 of 30, 30"],
    ],
    ["an upgrade lifts the limits of its base", { [SMART]: 1, [UPGRADE]: 1 }, {}, ["dataSources: null of 10, null"]],
  ] as const)("%s", (_, system, usage, expected) => {
    expect(said(system, usage)).toEqual(expected);
  });

  it("name their clause, what is included, and what raises them", () => {
    const [office, , sources] = limitsOf(rules, { [SMART]: 1 }, {});
    expect(office).toMatchObject({ included: 5, more: null, source: { document: rules.document } });
    expect(office?.source.clause).toContain("SMART SERVER");
    expect(sources?.more).toBeNull();
    const [raised] = limitsOf(rules, { [SERVER]: 1 }, {});
    expect(raised?.more).toEqual({ sku: DATABASES, each: 10 });
  });
});
