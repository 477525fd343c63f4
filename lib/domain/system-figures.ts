import type { PriceList } from "./catalog";
import { type Refusal, refuse } from "./refusal";

/** What people record of a system beside its licences and contracts. Counts are whole numbers; null, or a use without a value, is unknown. */
export interface SystemFigures {
  readonly installedUsers: number | null;
  readonly installedLightUsers: number | null;
  readonly release: number | null;
  readonly usage: Readonly<Record<string, number | boolean>>;
}

/** A change of some of them: what is absent stays, null makes it unknown. */
export interface FigureChange {
  readonly installedUsers?: number | null;
  readonly installedLightUsers?: number | null;
  readonly release?: number | null;
  readonly usage?: Readonly<Record<string, number | boolean | null>>;
}

/** Which figures matter for a system of this vendor, as its price list says. Users always do. */
export interface FigureFields {
  readonly lightUsers: boolean;
  /** Releases that an upgrade starts from; empty where the vendor sells none. */
  readonly releases: readonly number[];
  /** Uses that are counted, and uses that are or are not. */
  readonly counts: readonly string[];
  readonly flags: readonly string[];
}

/** The largest count that is taken for one: more is a slip of the finger. */
export const COUNT_AT_MOST = 1_000_000;

/** Light users count in tiers of installed users only; releases and uses are named by the list's rules. `list` null: no price list knows the vendor. */
export function figureFieldsOf(list: PriceList | null): FigureFields {
  const releases = list?.up2date?.oneTimeUpgrades.map(({ fromRelease }) => fromRelease) ?? [];
  return {
    lightUsers: (list?.userTiers.length ?? 0) > 0,
    releases: [...new Set(releases)].sort((left, right) => left - right),
    counts: list?.prerequisites?.usageCounts ?? [],
    flags: list?.prerequisites?.usageFlags ?? [],
  };
}

/** The figures with the change made. */
export function withChange(figures: SystemFigures, change: FigureChange): SystemFigures {
  const usage = Object.entries({ ...figures.usage, ...change.usage });
  return {
    installedUsers: change.installedUsers === undefined ? figures.installedUsers : change.installedUsers,
    installedLightUsers:
      change.installedLightUsers === undefined ? figures.installedLightUsers : change.installedLightUsers,
    release: change.release === undefined ? figures.release : change.release,
    usage: Object.fromEntries(usage.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
  };
}

/**
 * Null, or the first thing that is wrong with a change: no count (`count-out-of-range`), a release that no upgrade starts from
 * (`release-not-known`), a use that the vendor's list does not name or that is of the other kind (`usage-not-known`). `path` is the figure's name.
 */
export function faultOfChange(fields: FigureFields, change: FigureChange): Refusal | null {
  const { installedUsers, installedLightUsers, release, usage } = change;
  const counts: (readonly [string, unknown])[] = [
    ["installedUsers", installedUsers],
    ["installedLightUsers", installedLightUsers],
  ];
  for (const [name, value] of Object.entries(usage ?? {})) {
    if (fields.counts.includes(name)) counts.push([usagePath(name), value]);
    else if (!fields.flags.includes(name) || (value !== null && typeof value !== "boolean"))
      return refuse("usage-not-known", { name }, usagePath(name));
  }
  for (const [path, value] of counts) {
    if (value === undefined || value === null) continue;
    const isCount = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= COUNT_AT_MOST;
    if (!isCount) return refuse("count-out-of-range", { most: COUNT_AT_MOST }, path);
  }
  if (release !== undefined && release !== null && !fields.releases.includes(release)) {
    const choices = fields.releases.join(", ");
    return choices === ""
      ? refuse("release-not-kept", {}, "release")
      : refuse("release-not-known", { choices }, "release");
  }
  return null;
}

/** One figure that two sets do not agree on, by its path. Null is unknown. */
export interface FigureDifference {
  readonly path: string;
  readonly from: number | boolean | null;
  readonly to: number | boolean | null;
}

/** Every figure that differs, users first. */
export function differencesBetween(from: SystemFigures, to: SystemFigures): FigureDifference[] {
  const names = [...new Set([...Object.keys(from.usage), ...Object.keys(to.usage)])].sort();
  const all: FigureDifference[] = [
    { path: "installedUsers", from: from.installedUsers, to: to.installedUsers },
    { path: "installedLightUsers", from: from.installedLightUsers, to: to.installedLightUsers },
    { path: "release", from: from.release, to: to.release },
    ...names.map((name) => ({ path: usagePath(name), from: from.usage[name] ?? null, to: to.usage[name] ?? null })),
  ];
  return all.filter((each) => each.from !== each.to);
}

/** The path of a use: `usage.dataSources`. */
export function usagePath(name: string): string {
  return `usage.${name}`;
}
