import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Country, countriesNamed, readQuery, type Target } from "@/lib/domain/dialling-plan";
import { diallingPlan } from "@/lib/price-lists/countries";
import { projectRoot } from "../support/source-tree";

interface Assignment {
  readonly code: string;
  readonly countries: readonly string[];
  /** Those that are found by name only. */
  readonly within: readonly string[];
}

const rows = readFileSync(path.join(projectRoot, "tests/price-lists/e164.tsv"), "utf8")
  .trim()
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .map((line): Assignment => {
    const [code = "", territories = ""] = line.split("\t");
    const within = /\(([^)]*)\)/.exec(territories)?.[1]?.split(" ") ?? [];
    const countries = territories
      .replace(/\([^)]*\)/, "")
      .trim()
      .split(" ");
    return { code, countries, within };
  });
const networkKinds = ["shared", "satellite", "network"];
const ofCountries = rows.filter(({ countries }) => !networkKinds.includes(countries[0] ?? ""));
const ofNetworks = rows.filter(({ countries }) => networkKinds.includes(countries[0] ?? ""));

/** A part of a country whose numbers have a beginning of their own; E.164 knows only the country. */
const isPart = ({ within, code }: Country): boolean => within !== undefined && code !== "AX";

function found(query: string): string[] {
  const read = readQuery(diallingPlan, query);
  if (read.readAs === "nothing") return [];
  return read.targets.map((target: Target) => {
    if (target.kind === "country" || target.kind === "home") return target.country.code;
    return target.kind === "network" ? target.network.id : target.kind;
  });
}

describe("the codes of E.164", () => {
  it("are all there, and no number of three digits begins with two of them", () => {
    expect(ofCountries.length).toBe(207);
    const codes = rows.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(codes.filter((other) => other !== code && other.startsWith(code))).toEqual([]);
  });

  it.each(ofCountries)("+$code is the code of $countries", ({ code, countries }) => {
    const ours = diallingPlan.countries.filter(
      (each) => !isPart(each) && each.dial.some((dial) => dial.startsWith(code)),
    );
    expect(ours.map((each) => each.code).sort()).toEqual([...countries].sort());
  });

  it("belong to every beginning of a number that we know", () => {
    const codes = rows.map(({ code }) => code);
    const stray = [...diallingPlan.countries, ...diallingPlan.networks].flatMap(({ dial }) =>
      dial.filter((digits) => codes.filter((code) => digits.startsWith(code)).length !== 1),
    );
    expect(stray).toEqual([]);
  });

  it("find nobody where none is assigned", () => {
    const codes = rows.map(({ code }) => code);
    const free = Array.from({ length: 900 }, (_, at) => String(at + 100)).filter(
      (digits) => !codes.some((code) => digits.startsWith(code)),
    );
    expect(free.length).toBeGreaterThan(50);
    expect(free.filter((digits) => found(`+${digits}`).length > 0)).toEqual([]);
  });

  it("find the territories that share one by their names", () => {
    const names = {
      TA: "Tristan da Cunha",
      SJ: "Svalbard",
      BL: "Saint-Barthélemy",
      MF: "Saint-Martin",
      CX: "Weihnachtsinsel",
      CC: "Kokosinseln",
    };
    for (const { countries, within } of ofCountries) {
      for (const territory of within) {
        const name = names[territory as keyof typeof names];
        expect(
          countriesNamed(diallingPlan, name).map(({ code }) => code),
          name,
        ).toContain(countries[0]);
      }
    }
  });

  it("beginnings are one country's each", () => {
    const owners = Map.groupBy(
      diallingPlan.countries.flatMap(({ code, dial }) => dial.map((digits) => ({ code, digits }))),
      ({ digits }) => digits,
    );
    expect([...owners.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  it.each(ofNetworks)("+$code belongs to no country, but: $countries", ({ code, countries: [kind] }) => {
    if (kind === "network") return expect(found(`+${code}16`)).toContain(code === "882" ? "satellite" : "networks");
    expect(found(`+${code}`)).toEqual([kind]);
  });
});

describe("a number under a code that is shared is", () => {
  it.each([
    // North America by area codes.
    ["+1 212 555 0100", "US"],
    ["+1 907 555 0100", "US"],
    ["+1 808 555 0100", "US"],
    ["+1 800 555 0100", "US"],
    ["+1 604 555 0100", "CA"],
    ["+1 867 555 0100", "CA"],
    ["+1 273 555 0100", "CA"],
    ["+1 268 462 0000", "AG"],
    ["+1 264 497 0000", "AI"],
    ["+1 684 633 0000", "AS"],
    ["+1 246 430 0000", "BB"],
    ["+1 441 295 0000", "BM"],
    ["+1 242 322 0000", "BS"],
    ["+1 767 448 0000", "DM"],
    ["+1 809 682 0000", "DO"],
    ["+1 829 682 0000", "DO"],
    ["+1 849 682 0000", "DO"],
    ["+1 473 440 0000", "GD"],
    ["+1 671 472 0000", "GU"],
    ["+1 876 922 0000", "JM"],
    ["+1 658 922 0000", "JM"],
    ["+1 869 465 0000", "KN"],
    ["+1 345 949 0000", "KY"],
    ["+1 758 452 0000", "LC"],
    ["+1 670 234 0000", "MP"],
    ["+1 664 491 0000", "MS"],
    ["+1 787 721 0000", "PR"],
    ["+1 939 721 0000", "PR"],
    ["+1 721 542 0000", "SX"],
    ["+1 649 946 0000", "TC"],
    ["+1 868 623 0000", "TT"],
    ["+1 784 456 0000", "VC"],
    ["+1 284 494 0000", "VG"],
    ["+1 340 774 0000", "VI"],
    // Russia and Kazakhstan.
    ["+7 495 123 4567", "RU"],
    ["+7 912 345 6789", "RU"],
    ["+7 7172 12 3456", "KZ"],
    ["+7 701 234 5678", "KZ"],
    ["+7 600 123 4567", "KZ"],
    // The United Kingdom and the Crown's islands: 7911 is a mobile network's in Britain but for two blocks, 7700 900 is for films.
    ["+44 20 7946 0000", "GB"],
    ["+44 7911 234567", "GB"],
    ["+44 7700 900123", "GB"],
    ["+44 1481 256789", "GG"],
    ["+44 7781 123456", "GG"],
    ["+44 7839 123456", "GG"],
    ["+44 7911 123456", "GG"],
    ["+44 7911 756789", "GG"],
    ["+44 1534 456789", "JE"],
    ["+44 7797 712345", "JE"],
    ["+44 7700 312345", "JE"],
    ["+44 1624 756789", "IM"],
    ["+44 7924 123456", "IM"],
    ["+44 7457 612345", "IM"],
    // Italy's numbers reach over two borders.
    ["+39 02 12345678", "IT"],
    ["+39 06 698 12345", "VA"],
    ["+39 0549 88 1234", "SM"],
    ["+378 66 66 12 12", "SM"],
    // Overseas.
    ["+262 262 16 12 34", "RE"],
    ["+262 692 12 34 56", "RE"],
    ["+262 269 60 12 34", "YT"],
    ["+262 268 91 23 45", "YT"],
    ["+262 639 12 34 56", "YT"],
    ["+262 709 35 12 34", "YT"],
    ["+262 709 21 23 45", "RE"],
    ["+599 9 461 1234", "CW"],
    ["+599 717 1234", "BQ"],
    ["+599 416 1234", "BQ"],
    ["+599 318 1234", "BQ"],
    ["+672 3 22123", "NF"],
    ["+672 10 6123", "AQ"],
    ["+358 18 12345", "AX"],
    ["+358 9 123456", "FI"],
    ["+212 528 812345", "EH"],
    ["+212 522 123456", "MA"],
    ["+47 79 02 12 34", "NO"],
    ["+61 8 9164 1234", "AU"],
    ["+590 590 27 12 34", "GP"],
    ["+290 8 123", "SH"],
    // Parts with numbers of their own.
    ["+34 922 123 456", "ES-CN"],
    ["+34 928 123 456", "ES-CN"],
    ["+34 91 123 45 67", "ES"],
    ["+351 291 123 456", "PT-30"],
    ["+351 296 123 456", "PT-20"],
    ["+351 21 123 45 67", "PT"],
    ["+56 32 210 0255", "CL-EI"],
    ["+56 32 255 1055", "CL-EI"],
    ["+56 2 2123 4567", "CL"],
    ["+90 392 123 45 67", "CY-N"],
    ["+90 212 123 45 67", "TR"],
    // Networks of no country.
    ["+870 773 123 456", "satellite"],
    ["+881 612 345 678", "satellite"],
    ["+882 16 123 4567", "satellite"],
    ["+882 13 123 4567", "satellite"],
    ["+882 342 1234", "networks"],
    ["+883 510 012 3456", "networks"],
    ["+800 1234 5678", "shared"],
  ])("%s: %s", (number, code) => {
    expect(found(number)).toEqual([code]);
  });
});
