import { describe, expect, test } from "vitest";
import { answer } from "@/lib/calc/answer";
import { OFFICE, SERVER, SMART, UPG_SERVER } from "../support/xphone";

const prices = { [SERVER]: 150_000, [SMART]: 50_000, [OFFICE]: 10_000 };
const whole = { system: { [SERVER]: 1 }, priceListCents: prices, years: 1 };
const fresh = { op: "up2date", case: "new", ...whole, startsOn: "2026-04-01" };
const renewal = { op: "up2date", case: "renewal", ...whole, asOf: "2026-12-31", currentEnd: "2027-12-31" };
const reentry = {
  op: "up2date",
  case: "reentry",
  ...whole,
  asOf: "2026-11-20",
  fromRelease: 6,
  startsOn: "2026-11-20",
};
const additional = {
  op: "up2date-additional",
  add: { [OFFICE]: 1 },
  priceListCents: prices,
  percentPerYear: 18,
  purchasedOn: "2026-05-10",
  currentEnd: "2027-03-31",
};
const upgrade = { op: "one-time-upgrade", fromRelease: 7, system: { [SERVER]: 1 }, priceListCents: prices };
const check = { op: "check", vendor: "c4b", system: { [SERVER]: 1 } };

function without(request: Record<string, unknown>, ...fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(request).filter(([field]) => !fields.includes(field)));
}

describe("what is asked as the paper allows is answered", () => {
  test.each([
    ["new", fresh],
    ["new, with an id", { ...fresh, id: null }],
    [
      "new, from the invoice",
      { ...without(fresh, "startsOn"), invoicedOn: "2026-02-01", licenceRetrievedOn: "2026-03-01" },
    ],
    ["new, nothing retrieved", { ...without(fresh, "startsOn"), invoicedOn: "2026-02-01" }],
    ["new, of an empty system", { ...fresh, system: {} }],
    [
      "new, with prices of articles that no system has",
      { ...fresh, priceListCents: { ...prices, "9130.0000": 5, service: 1 } },
    ],
    ["renewal", renewal],
    ["re-entry", reentry],
    ["re-entry, from the invoice", { ...without(reentry, "startsOn"), invoicedOn: "2026-11-20" }],
    ["additional", additional],
    ["one-time upgrade", upgrade],
    ["check", check],
    ["check of an empty system", { ...check, system: {} }],
    ["check with an empty usage", { ...check, usage: {} }],
    ["check with quantity 0", { ...check, system: { [SERVER]: 1, [OFFICE]: 0 } }],
  ])("%s", (_, request) => {
    expect(answer(request)).toMatchObject({ ok: true });
  });
});

describe("anything else is refused with the field that would have to change", () => {
  test.each<[string, unknown, string]>([
    // check
    ["vendor missing", without(check, "vendor"), "vendor"],
    ["another vendor", { ...check, vendor: "fluxpunkt" }, "vendor"],
    ["system missing", without(check, "system"), "system"],
    ["system null", { ...check, system: null }, "system"],
    ["system a list", { ...check, system: [] }, "system"],
    ["an article that is no licence", { ...check, system: { "9130.0000.012": 1 } }, "system.9130.0000.012"],
    [
      "an article named like a built-in",
      JSON.parse('{"op":"check","vendor":"c4b","system":{"__proto__":1}}'),
      "system.__proto__",
    ],
    ["a negative quantity", { ...check, system: { [OFFICE]: -1 } }, `system.${OFFICE}`],
    ["half a licence", { ...check, system: { [OFFICE]: 0.5 } }, `system.${OFFICE}`],
    ["a quantity as text", { ...check, system: { [OFFICE]: "1" } }, `system.${OFFICE}`],
    ["a quantity null", { ...check, system: { [OFFICE]: null } }, `system.${OFFICE}`],
    ["1,000,001 licences", { ...check, system: { [OFFICE]: 1_000_001 } }, `system.${OFFICE}`],
    ["two servers", { ...check, system: { [SERVER]: 2 } }, `system.${SERVER}`],
    ["two upgrades", { ...check, system: { [SMART]: 1, [UPG_SERVER]: 2 } }, `system.${UPG_SERVER}`],
    ["usage null", { ...check, usage: null }, "usage"],
    ["an unknown usage", { ...check, usage: { fax: true } }, "usage.fax"],
    ["a flag as number", { ...check, usage: { faxInClient: 1 } }, "usage.faxInClient"],
    ["a flag null", { ...check, usage: { voicemailSms: null } }, "usage.voicemailSms"],
    ["a count as flag", { ...check, usage: { dataSources: true } }, "usage.dataSources"],
    ["a negative count", { ...check, usage: { ldapDataSources: -1 } }, "usage.ldapDataSources"],
    ["an unknown field", { ...check, asOf: "2026-11-20" }, "asOf"],
    // up2date
    ["case missing", without(fresh, "case"), "case"],
    ["another case", { ...fresh, case: "extension" }, "case"],
    ["a vendor, which up2date does not take", { ...fresh, vendor: "c4b" }, "vendor"],
    ["no year", { ...fresh, years: 0 }, "years"],
    ["six years", { ...fresh, years: 6 }, "years"],
    ["years missing", without(fresh, "years"), "years"],
    ["prices missing", without(fresh, "priceListCents"), "priceListCents"],
    ["a price missing", { ...fresh, priceListCents: {} }, `priceListCents.${SERVER}`],
    ["a negative price", { ...fresh, priceListCents: { ...prices, other: -1 } }, "priceListCents.other"],
    ["a price with a fraction", { ...fresh, priceListCents: { [SERVER]: 0.5 } }, `priceListCents.${SERVER}`],
    ["a price beyond 10^12", { ...fresh, priceListCents: { [SERVER]: 1_000_000_000_001 } }, `priceListCents.${SERVER}`],
    ["no first day", without(fresh, "startsOn"), "startsOn"],
    ["retrieved, but no invoice", { ...without(fresh, "startsOn"), licenceRetrievedOn: "2026-03-01" }, "invoicedOn"],
    ["two first days", { ...fresh, invoicedOn: "2026-02-01" }, "invoicedOn"],
    ["startsOn and a retrieval", { ...fresh, licenceRetrievedOn: "2026-02-01" }, "licenceRetrievedOn"],
    [
      "licenceRetrievedOn null",
      { ...without(fresh, "startsOn"), invoicedOn: "2026-02-01", licenceRetrievedOn: null },
      "licenceRetrievedOn",
    ],
    ["asOf for a new system", { ...fresh, asOf: "2026-04-01" }, "asOf"],
    ["fromRelease for a new system", { ...fresh, fromRelease: 7 }, "fromRelease"],
    ["31 February", { ...fresh, startsOn: "2026-02-31" }, "startsOn"],
    ["year 0001", { ...fresh, startsOn: "0001-01-01" }, "startsOn"],
    ["year 9999", { ...fresh, startsOn: "9999-12-31" }, "startsOn"],
    ["a first day for a renewal", { ...renewal, startsOn: "2028-01-01" }, "startsOn"],
    ["an invoice for a renewal", { ...renewal, invoicedOn: "2028-01-01" }, "invoicedOn"],
    ["fromRelease for a renewal", { ...renewal, fromRelease: 7 }, "fromRelease"],
    ["a renewal without asOf", without(renewal, "asOf"), "asOf"],
    ["a renewal without currentEnd", without(renewal, "currentEnd"), "currentEnd"],
    ["a renewal too early", { ...renewal, asOf: "2026-12-30" }, "asOf"],
    ["a renewal after the end", { ...renewal, asOf: "2028-01-01" }, "currentEnd"],
    ["a re-entry without a first day", without(reentry, "startsOn"), "startsOn"],
    ["a re-entry without asOf", without(reentry, "asOf"), "asOf"],
    ["a re-entry without fromRelease", without(reentry, "fromRelease"), "fromRelease"],
    ["a re-entry with currentEnd", { ...reentry, currentEnd: "2026-11-20" }, "currentEnd"],
    ["a re-entry from release 9", { ...reentry, fromRelease: 9 }, "fromRelease"],
    ["an upgrade without base", { ...fresh, system: { [UPG_SERVER]: 1 } }, `system.${UPG_SERVER}`],
    ["two servers in one system", { ...fresh, system: { [SERVER]: 2 } }, `system.${SERVER}`],
    // up2date-additional
    ["nothing added", { ...additional, add: {} }, "add"],
    ["0 added", { ...additional, add: { [OFFICE]: 0 } }, `add.${OFFICE}`],
    ["two servers added", { ...additional, add: { [SERVER]: 2 } }, `add.${SERVER}`],
    ["15 percent", { ...additional, percentPerYear: 15 }, "percentPerYear"],
    ["21 percent", { ...additional, percentPerYear: 21 }, "percentPerYear"],
    ["17.5 percent", { ...additional, percentPerYear: 17.5 }, "percentPerYear"],
    ["bought after the end", { ...additional, purchasedOn: "2027-04-01" }, "purchasedOn"],
    ["a system in place of add", { ...without(additional, "add"), system: {} }, "system"],
    // one-time-upgrade
    ["release 3", { ...upgrade, fromRelease: 3 }, "fromRelease"],
    ["release 7.5", { ...upgrade, fromRelease: 7.5 }, "fromRelease"],
    ["years for an upgrade", { ...upgrade, years: 1 }, "years"],
  ])("%s", (_, request, path) => {
    const refused = answer(request) as { ok: boolean; error: { code: string; message: string; path: string } };
    expect(refused).toMatchObject({ ok: false, error: { path } });
    expect(refused.error.message).toMatch(/^.{20,}\.$/s);
  });

  test("a sum beyond 2^53 - 1", () => {
    const request = {
      ...fresh,
      system: { [SERVER]: 1, [OFFICE]: 1_000_000 },
      priceListCents: { [SERVER]: 1, [OFFICE]: 10 ** 12 },
    };
    expect(answer(request)).toMatchObject({ ok: false, error: { code: "amount-too-large" } });
  });
});

test("every answer says which rule gave its figure", () => {
  for (const request of [fresh, renewal, reentry, additional, upgrade, check]) {
    const { assumptions, hints, explanation } = answer(request) as Record<string, { text: string }[]>;
    expect(Array.isArray(assumptions) && Array.isArray(hints)).toBe(true);
    expect(explanation?.length).toBeGreaterThan(0);
  }
});
