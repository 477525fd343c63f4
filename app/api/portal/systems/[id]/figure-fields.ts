import { z } from "zod";
import type { FigureChange } from "@/lib/domain/system-figures";
import { priceLists } from "@/lib/price-lists/index";
import { wholeField } from "../../fields";

/** The fields of a system's figures, as its form sends them and as the address of a preview names them: German words in both languages. */
const formNames: Readonly<Record<string, string>> = {
  installedUsers: "benutzer",
  installedLightUsers: "light",
  release: "release",
};
const USAGE = "nutzung.";

/** The form's field for a figure: `benutzer`, `nutzung.dataSources`. */
export function fieldOf(figurePath: string): string {
  return formNames[figurePath] ?? figurePath.replace(/^usage\./, USAGE);
}

const rules = priceLists.flatMap(({ prerequisites }) => prerequisites ?? []);
const counts = [...new Set(rules.flatMap(({ usageCounts }) => usageCounts))];
const flags = [...new Set(rules.flatMap(({ usageFlags }) => usageFlags))];

/** Absent: stays as it is. Empty: unknown. */
const count = z.preprocess((value) => (value === "" ? null : value), wholeField.nullable()).optional();
const flag = z
  .enum(["", "ja", "nein"])
  .transform((answer) => (answer === "" ? null : answer === "ja"))
  .optional();

export const figureFields = {
  benutzer: count,
  light: count,
  release: count,
  ...Object.fromEntries(counts.map((name) => [USAGE + name, count])),
  ...Object.fromEntries(flags.map((name) => [USAGE + name, flag])),
};

/** The change that such fields ask for. */
export function changeOf(fields: Readonly<Record<string, unknown>>): FigureChange {
  const used = [...counts, ...flags].flatMap((name) => {
    const value = fields[USAGE + name] as number | boolean | null | undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const figure = (name: string) => fields[name] as number | null | undefined;
  return {
    installedUsers: figure("benutzer"),
    installedLightUsers: figure("light"),
    release: figure("release"),
    usage: Object.fromEntries(used),
  };
}

export const fieldNames: readonly string[] = Object.keys(figureFields);

/** The use that a field is about; null for those that are no use. */
export function usageOf(field: string): string | null {
  return field.startsWith(USAGE) ? field.slice(USAGE.length) : null;
}
