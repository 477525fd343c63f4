import { describe, expect, test } from "vitest";
import { type SystemCheck, violationsOf } from "@/lib/domain/prerequisites";
import type { SystemHoldings, SystemUsage } from "@/lib/domain/prerequisites-rules";
import { isRefusal } from "@/lib/domain/refusal";
import {
  ALL_LICENCES,
  AUTO_ATTENDANT,
  CONTACTS,
  DASHBOARD,
  DATABASES,
  FAX,
  IP_CHANNEL,
  MARKED_S,
  OFFICE,
  OFFICE_PLUS,
  prerequisites,
  SERVER,
  SMART,
  TAPI,
  TEAMDESK,
  UPG_OFFICE,
  UPG_SERVER,
  VOICEMAIL,
} from "../support/xphone";

function checked(system: SystemHoldings, usage: SystemUsage = {}): SystemCheck {
  const found = violationsOf(prerequisites, system, usage);
  if (isRefusal(found)) throw new Error(`refused: ${found.code}`);
  return found;
}

function found(system: SystemHoldings, usage: SystemUsage = {}): string[] {
  return [...new Set(checked(system, usage).violations.map(({ sku, kind }) => `${sku} ${kind}`))].sort();
}

type Row = [what: string, system: SystemHoldings, usage: SystemUsage, violations: string[]];

const servers: Row[] = [
  ["an empty system", {}, {}, []],
  ["SMART SERVER alone", { [SMART]: 1 }, {}, []],
  ["SERVER alone", { [SERVER]: 1 }, {}, []],
  ["both servers together", { [SMART]: 1, [SERVER]: 1 }, {}, []],
  ["SMART SERVER with its upgrade", { [SMART]: 1, [UPG_SERVER]: 1 }, {}, []],
  ["both servers and the upgrade", { [SMART]: 1, [SERVER]: 1, [UPG_SERVER]: 1 }, {}, []],
  ["the upgrade alone", { [UPG_SERVER]: 1 }, {}, [`${UPG_SERVER} missing`]],
  ["the upgrade beside a SERVER", { [SERVER]: 1, [UPG_SERVER]: 1 }, {}, [`${UPG_SERVER} missing`]],
  [
    "an upgrade without SMART SERVER is no server",
    { [UPG_SERVER]: 1, [OFFICE]: 1, [FAX]: 1 },
    {},
    [`${UPG_SERVER} missing`, `${OFFICE} missing`, `${FAX} missing`],
  ],
  ["SMART SERVER with quantity 0 is not held", { [SMART]: 0, [UPG_SERVER]: 1 }, {}, [`${UPG_SERVER} missing`]],
  ["articles with quantity 0 are not held", { [FAX]: 0, [TAPI]: 0, [UPG_OFFICE]: 0 }, {}, []],
  ["OFFICE without a server", { [OFFICE]: 3 }, {}, [`${OFFICE} missing`]],
  ["TAPI without a server", { [TAPI]: 21 }, {}, [`${TAPI} missing`]],
];

const limits: Row[] = [
  ["15 bought and 5 included OFFICE", { [SMART]: 1, [OFFICE]: 15 }, {}, []],
  ["16 bought and 5 included OFFICE", { [SMART]: 1, [OFFICE]: 16 }, {}, [`${OFFICE} limit`]],
  ["20 TAPI lines", { [SMART]: 1, [TAPI]: 20 }, {}, []],
  ["21 TAPI lines", { [SMART]: 1, [TAPI]: 21 }, {}, [`${TAPI} limit`]],
  ["21 of both", { [SMART]: 1, [TAPI]: 21, [OFFICE]: 21 }, {}, [`${TAPI} limit`, `${OFFICE} limit`]],
  ["the upgrade lifts the limits", { [SMART]: 1, [UPG_SERVER]: 1, [TAPI]: 21, [OFFICE]: 100 }, {}, []],
  ["a SERVER beside it lifts the limits", { [SMART]: 1, [SERVER]: 1, [TAPI]: 21, [OFFICE]: 100 }, {}, []],
  ["no limit on a SERVER", { [SERVER]: 1, [TAPI]: 1_000_000, [OFFICE]: 1_000_000 }, {}, []],
  [
    "an upgrade that the server excludes turns no OFFICE, so all of them count",
    { [SMART]: 1, [OFFICE]: 16, [UPG_OFFICE]: 5 },
    {},
    [`${OFFICE} limit`, `${UPG_OFFICE} excluded`],
  ],
  [
    "20 OFFICE in all beside an excluded upgrade",
    { [SMART]: 1, [OFFICE]: 15, [UPG_OFFICE]: 1 },
    {},
    [`${UPG_OFFICE} excluded`],
  ],
];

const dataSources: Row[] = [
  ["3 on SMART SERVER", { [SMART]: 1 }, { dataSources: 3 }, []],
  ["4 on SMART SERVER", { [SMART]: 1 }, { dataSources: 4 }, [`${SMART} limit`]],
  ["LDAP on SMART SERVER", { [SMART]: 1 }, { dataSources: 1, ldapDataSources: 1 }, [`${SMART} excluded`]],
  ["none of them LDAP", { [SMART]: 1 }, { dataSources: 3, ldapDataSources: 0 }, []],
  [
    "4, one of them LDAP, on SMART SERVER",
    { [SMART]: 1 },
    { dataSources: 4, ldapDataSources: 1 },
    [`${SMART} excluded`, `${SMART} limit`],
  ],
  ["10, all LDAP, on SERVER", { [SERVER]: 1 }, { dataSources: 10, ldapDataSources: 10 }, []],
  ["11 on SERVER", { [SERVER]: 1 }, { dataSources: 11 }, [`${SERVER} limit`]],
  ["20 with one ADDITIONAL DATABASES", { [SERVER]: 1, [DATABASES]: 1 }, { dataSources: 20 }, []],
  ["21 with one ADDITIONAL DATABASES", { [SERVER]: 1, [DATABASES]: 1 }, { dataSources: 21 }, [`${SERVER} limit`]],
  ["31 with two ADDITIONAL DATABASES", { [SERVER]: 1, [DATABASES]: 2 }, { dataSources: 31 }, [`${SERVER} limit`]],
  ["11 after the upgrade name the SERVER", { [SMART]: 1, [UPG_SERVER]: 1 }, { dataSources: 11 }, [`${SERVER} limit`]],
  ["LDAP after the upgrade", { [SMART]: 1, [UPG_SERVER]: 1 }, { dataSources: 10, ldapDataSources: 10 }, []],
  ["both servers: the SERVER's 10", { [SMART]: 1, [SERVER]: 1 }, { dataSources: 10, ldapDataSources: 4 }, []],
  [
    "excluded ADDITIONAL DATABASES add nothing on SMART SERVER",
    { [SMART]: 1, [DATABASES]: 1 },
    { dataSources: 4 },
    [`${DATABASES} excluded`, `${SMART} limit`],
  ],
  ["without a server none is reported", {}, { dataSources: 99, ldapDataSources: 99 }, []],
  ["11 told as LDAP only are 11 data sources", { [SERVER]: 1 }, { ldapDataSources: 11 }, [`${SERVER} limit`]],
];

const server = { [SERVER]: 1 };
const needs: Row[] = [
  [
    "AUTO ATTENDANT with 1 IP-CHANNEL",
    { ...server, [AUTO_ATTENDANT]: 1, [IP_CHANNEL]: 1 },
    {},
    [`${AUTO_ATTENDANT} missing`],
  ],
  ["AUTO ATTENDANT with 2 IP-CHANNEL", { ...server, [AUTO_ATTENDANT]: 9, [IP_CHANNEL]: 2 }, {}, []],
  ["FAX without IP-CHANNEL", { ...server, [FAX]: 1 }, {}, [`${FAX} missing`]],
  ["FAX with 1 IP-CHANNEL", { ...server, [FAX]: 50, [IP_CHANNEL]: 1 }, {}, []],
  ["VOICEMAIL with 1 IP-CHANNEL", { ...server, [VOICEMAIL]: 1, [IP_CHANNEL]: 1 }, {}, [`${VOICEMAIL} missing`]],
  ["minima do not add up", { ...server, [FAX]: 9, [VOICEMAIL]: 9, [AUTO_ATTENDANT]: 9, [IP_CHANNEL]: 2 }, {}, []],
  ["TEAMDESK without OFFICE PLUS", { ...server, [TEAMDESK]: 1, [OFFICE]: 9 }, {}, [`${TEAMDESK} missing`]],
  ["TEAMDESK on as many OFFICE PLUS", { ...server, [TEAMDESK]: 5, [OFFICE_PLUS]: 5 }, {}, []],
  ["one TEAMDESK too many", { ...server, [TEAMDESK]: 6, [OFFICE_PLUS]: 5 }, {}, [`${TEAMDESK} missing`]],
  ["TEAMDESK on upgraded OFFICE", { ...server, [TEAMDESK]: 5, [OFFICE_PLUS]: 3, [OFFICE]: 2, [UPG_OFFICE]: 2 }, {}, []],
  ["DASHBOARD on CONTACTS", { ...server, [DASHBOARD]: 5, [CONTACTS]: 5 }, {}, []],
  ["one DASHBOARD too many", { ...server, [DASHBOARD]: 6, [CONTACTS]: 5 }, {}, [`${DASHBOARD} missing`]],
  ["OFFICE upgrade on bought OFFICE", { ...server, [UPG_OFFICE]: 2, [OFFICE]: 2 }, {}, []],
  ["OFFICE upgrade on too few OFFICE", { ...server, [UPG_OFFICE]: 2, [OFFICE]: 1 }, {}, [`${UPG_OFFICE} missing`]],
  ["a SERVER includes no OFFICE", { ...server, [UPG_OFFICE]: 1 }, {}, [`${UPG_OFFICE} missing`]],
  ["OFFICE upgrade on the 5 included", { [SMART]: 1, [UPG_SERVER]: 1, [UPG_OFFICE]: 5 }, {}, []],
  ["the sixth has nothing under it", { [SMART]: 1, [UPG_SERVER]: 1, [UPG_OFFICE]: 6 }, {}, [`${UPG_OFFICE} missing`]],
  ["the 5 included also beside a SERVER", { [SMART]: 1, [SERVER]: 1, [UPG_OFFICE]: 5 }, {}, []],
  [
    "the lack is reported once: TEAMDESK finds its OFFICE PLUS",
    { ...server, [TEAMDESK]: 5, [UPG_OFFICE]: 5 },
    {},
    [`${UPG_OFFICE} missing`],
  ],
  [
    "without a server only that is reported",
    { [TEAMDESK]: 5, [UPG_OFFICE]: 5 },
    {},
    [`${TEAMDESK} missing`, `${UPG_OFFICE} missing`],
  ],
];

const channels = { ...server, [IP_CHANNEL]: 2 };
const fax = { faxInClient: true };
const usages: Row[] = [
  ["fax in the client with OFFICE and OFFICE PLUS", { ...channels, [FAX]: 10, [OFFICE]: 4, [OFFICE_PLUS]: 6 }, fax, []],
  ["fax in the client, one short", { ...channels, [FAX]: 10, [OFFICE]: 9 }, fax, [`${FAX} missing`]],
  ["fax not in the client", { ...channels, [FAX]: 10 }, { faxInClient: false }, []],
  [
    "fax in the client on upgraded OFFICE: each counts once",
    { ...channels, [FAX]: 3, [OFFICE]: 2, [UPG_OFFICE]: 2 },
    fax,
    [`${FAX} missing`],
  ],
  ["fax in the client on included OFFICE", { ...channels, [SMART]: 1, [FAX]: 5 }, fax, []],
  [
    "voicemail in the client",
    { ...channels, [VOICEMAIL]: 2, [OFFICE]: 1 },
    { voicemailInClient: true },
    [`${VOICEMAIL} missing`],
  ],
  ["voicemail by SMS", { ...channels, [VOICEMAIL]: 2, [OFFICE]: 1 }, { voicemailSms: true }, [`${VOICEMAIL} missing`]],
  [
    "voicemail by SMS with enough",
    { ...channels, [VOICEMAIL]: 2, [OFFICE]: 1, [OFFICE_PLUS]: 1 },
    { voicemailSms: true },
    [],
  ],
  [
    "voicemail in the mobile app needs OFFICE PLUS",
    { ...channels, [VOICEMAIL]: 2, [OFFICE]: 9, [OFFICE_PLUS]: 1 },
    { voicemailInMobileApp: true },
    [`${VOICEMAIL} missing`],
  ],
  [
    "voicemail in the mobile app on upgraded OFFICE",
    { ...channels, [VOICEMAIL]: 2, [OFFICE]: 9, [UPG_OFFICE]: 2 },
    { voicemailInMobileApp: true },
    [],
  ],
  [
    "a usage of what is not held needs nothing",
    server,
    { ...fax, voicemailInClient: true, voicemailSms: true, voicemailInMobileApp: true },
    [],
  ],
  ["on SMART SERVER excluded, whatever the usage", { [SMART]: 1, [FAX]: 99 }, fax, [`${FAX} excluded`]],
];

for (const [title, rows] of Object.entries({ servers, limits, "data sources": dataSources, needs, usages })) {
  describe(title, () => {
    test.each(rows)("%s", (_, system, usage, violations) => {
      expect(found(system, usage)).toEqual(violations.sort());
    });
  });
}

describe("every article", () => {
  test.each(MARKED_S)("%s is excluded on SMART SERVER, missing without a server", (sku) => {
    expect(found({ [SMART]: 1, [sku]: 1 })).toEqual([`${sku} excluded`]);
    expect(found({ [sku]: 1 })).toEqual([`${sku} missing`]);
  });

  test("a violation carries its clause", () => {
    const everything = Object.fromEntries(
      ALL_LICENCES.filter((sku) => sku !== SERVER && sku !== UPG_SERVER).map((sku) => [sku, 1]),
    );
    const { violations } = checked(everything, { ldapDataSources: 1 });
    expect(violations.length).toBe(MARKED_S.length + 1);
    for (const violation of violations) expect(violation.source?.clause).toMatch(/S\. \d/);
  });

  test("all obstacles of one article are named, not the first", () => {
    const { violations } = checked({ [SERVER]: 1, [VOICEMAIL]: 3 }, { voicemailSms: true, voicemailInMobileApp: true });
    expect(violations.map((violation) => violation.code)).toEqual([
      "needs-in-system",
      "needs-each-in-use",
      "needs-each-in-use",
    ]);
  });
});

describe("a system that cannot exist", () => {
  test.each([SMART, SERVER, UPG_SERVER])("more than one %s is refused", (sku) => {
    expect(violationsOf(prerequisites, { [SMART]: 1, [sku]: 2 }, {})).toMatchObject({
      refused: true,
      code: "more-than-one",
      path: `system.${sku}`,
    });
  });

  test.each(["9130.0000.012", "3310", "constructor", "__proto__"])("%s is no licence of a system", (sku) => {
    expect(violationsOf(prerequisites, Object.fromEntries([[sku, 1]]), {})).toMatchObject({ code: "licence-unknown" });
  });
});

describe("advice", () => {
  const advised = (system: SystemHoldings) =>
    checked(system).recommendations.map(({ sku, advisedQuantity }) => [sku, advisedQuantity]);
  test.each<[string, SystemHoldings, [string, number][]]>([
    ["25 users, 1 channel", { ...server, [FAX]: 25, [IP_CHANNEL]: 1 }, []],
    ["26 users, 1 channel", { ...server, [FAX]: 26, [IP_CHANNEL]: 1 }, [[IP_CHANNEL, 2]]],
    [
      "60 clients, 2 channels",
      { ...server, [FAX]: 1, [OFFICE]: 30, [OFFICE_PLUS]: 30, [IP_CHANNEL]: 2 },
      [[IP_CHANNEL, 3]],
    ],
    ["VOICEMAIL: at least 2", { ...server, [VOICEMAIL]: 1, [IP_CHANNEL]: 1 }, [[IP_CHANNEL, 2]]],
    ["nobody uses a channel", { ...server, [OFFICE]: 500 }, []],
    ["not on SMART SERVER, where the channel is excluded", { [SMART]: 1, [FAX]: 500 }, []],
    ["not without a server", { [FAX]: 500 }, []],
  ])("%s", (_, system, recommendations) => {
    expect(advised(system)).toEqual(recommendations);
  });

  test("advice is no violation", () => {
    expect(checked({ ...server, [FAX]: 26, [IP_CHANNEL]: 1 }).violations).toEqual([]);
  });
});

describe("assumptions", () => {
  const codes = (system: SystemHoldings, usage: SystemUsage = {}) =>
    checked(system, usage).assumptions.map(({ code }) => code);
  test("name the readings that this system depends on", () => {
    expect(codes({ [SMART]: 1, [OFFICE]: 1 })).toEqual(["included-count-towards-limit"]);
    expect(codes({ [SMART]: 1, [UPG_SERVER]: 1 })).toEqual(["included-stay-after-upgrade"]);
    expect(codes({ [SMART]: 1, [SERVER]: 1 })).toEqual(["both-servers-held"]);
    expect(codes({ [SMART]: 1, [IP_CHANNEL]: 1 })).toEqual([
      "needs-server-excludes-on-smart",
      "included-count-towards-limit",
    ]);
    expect(codes({ [SERVER]: 1, [OFFICE]: 1 })).toEqual([]);
    expect(codes({ [SERVER]: 1 }, { ldapDataSources: 2 })).toEqual(["part-counts-for-whole"]);
  });
});
