import type { Article, CellId, Condition, Occasion, PrintedCell, PrintedTable } from "@/lib/domain/catalog";
import type { CheckedList } from "./schema";
import { requirementFaults } from "./schema-requirements";

/** Everything that is wrong with a list beyond its shape: a name used twice, a reference into nothing, a number that its text does not say. */
export function contradictionsOf(list: CheckedList): string[] {
  const cells = list.printed.flatMap((table) => table.cells);
  const cellIds = new Set(cells.map((printed) => printed.id));
  const known = new Set(list.articles.map((each) => each.sku));
  const policies = new Set(list.policies.map((each) => each.id));
  const faults: string[] = [
    ...repeated(
      "cell id",
      cells.map((printed) => printed.id),
    ),
    ...repeated(
      "sku",
      list.articles.map((each) => each.sku),
    ),
    ...repeated(
      "table",
      list.printed.map((table) => table.table),
    ),
    ...repeated(
      "policy",
      list.policies.map((each) => each.id),
    ),
    ...repeated(
      "reading",
      list.readings.map((each) => each.id),
    ),
    ...repeated(
      "condition",
      list.conditions.map((each) => each.id),
    ),
    ...list.printed.flatMap(misreadCells),
    ...tierFaults(list.userTiers),
    ...requirementFaults(list),
  ];
  const cellMustExist = (where: string, id: CellId) => {
    if (!cellIds.has(id)) faults.push(`${where}: no printed cell "${id}"`);
  };
  const skuMustExist = (where: string, sku: string) => {
    if (!known.has(sku)) faults.push(`${where}: no article "${sku}"`);
  };
  for (const each of list.articles) {
    for (const id of cellsOf(each)) cellMustExist(`article ${each.sku}`, id);
    if (each.policy !== undefined && !policies.has(each.policy))
      faults.push(`article ${each.sku}: no policy "${each.policy}"`);
    faults.push(...shapeFaults(each, list));
  }
  for (const each of list.conditions) {
    for (const sku of skusOf(each)) skuMustExist(`condition ${each.id}`, sku);
    if (each.kind === "whole-company-discount") {
      for (const step of each.steps) cellMustExist(`condition ${each.id}`, step.cell);
      faults.push(...risingFaults(`condition ${each.id}`, each.steps));
    }
  }
  for (const each of list.remarks) {
    for (const sku of skusOfOccasion(each.when)) skuMustExist(`remark ${each.code}`, sku);
  }
  for (const each of list.readings) {
    for (const id of each.cells) cellMustExist(`reading ${each.id}`, id);
    faults.push(...readingFaults(each, cells));
  }
  for (const profile of list.profiles) skuMustExist("profiles", profile);
  for (const each of list.fees) cellMustExist(`fee ${each.id}`, each.cell);
  for (const each of list.rates) {
    for (const { cell: id } of each.prices) cellMustExist(`rate ${each.id}`, id);
    for (const profile of each.prices.flatMap((one) => one.profiles ?? [])) {
      if (!list.profiles.includes(profile)) faults.push(`rate ${each.id}: no profile "${profile}"`);
    }
    if (each.area !== undefined && !list.areas.some((one) => one.id === each.area)) {
      faults.push(`rate ${each.id}: no area "${each.area}"`);
    }
  }
  for (const each of list.areas) {
    for (const id of each.includes ?? []) {
      if (!list.areas.some((one) => one.id === id)) faults.push(`area ${each.id}: no area "${id}"`);
    }
  }
  for (const each of list.policies) {
    if (!each.id.startsWith(`${list.vendor}/`))
      faults.push(`policy ${each.id}: its id must begin with "${list.vendor}/"`);
    if (each.kind === "rule" && (each.rule.to === "term-end") !== (each.rule.renewalMonths !== null)) {
      faults.push(`policy ${each.id}: an end of term needs renewalMonths, any other end has none`);
    }
  }
  if (list.validFrom === null ? list.edition !== "undated" : !list.validFrom.startsWith(list.edition)) {
    faults.push(`edition ${list.edition} does not go with validFrom ${list.validFrom}`);
  }
  return faults;
}

/** All cells that an article's price names. */
export function cellsOf(each: Article): CellId[] {
  const { price } = each;
  switch (price.kind) {
    case "none":
      return [];
    case "flat":
      return [price.oneOff, price.monthly, price.yearly].filter((id) => id !== undefined);
    case "by-form":
      return [
        ...(price.purchase === undefined ? [] : [price.purchase]),
        ...price.subscription.map((term) => term.cell),
      ];
    case "by-users":
      return [...price.purchase, ...price.subscription.flatMap((term) => term.cells)];
    case "volume":
      return price.steps.map((step) => step.cell);
    case "first-free":
      return [price.free, price.further];
    case "by-profile":
      return Object.values(price.profiles).flatMap((offer) => {
        if (offer.status === "included") return [offer.cell];
        if (offer.status === "priced")
          return offer.oneOff === undefined ? [offer.monthly] : [offer.monthly, offer.oneOff];
        return [];
      });
  }
}

function skusOf(each: Condition): string[] {
  switch (each.kind) {
    case "minimum":
    case "maximum":
    case "per-user-maximum":
      return [...each.skus];
    case "equal-quantity":
    case "needs-at-least":
    case "on-request-above":
      return [each.sku, each.of];
    case "requires-one-of":
      return [each.sku, ...each.oneOf];
    case "whole-company-discount":
      return [...each.forbidden, ...each.needsOption.flatMap((need) => [need.profile, need.option])];
  }
}

function skusOfOccasion(when: Occasion): string[] {
  switch (when.kind) {
    case "always":
      return [];
    case "any-of":
      return when.profile === undefined ? [...when.skus] : [...when.skus, when.profile];
    case "at-least":
      return [when.sku];
    case "discount":
      return when.sku === undefined ? [] : [when.sku];
  }
}

/** Two numbers that are the same are no difference, and a misprinted cell prints the number that is not read. */
function readingFaults(reading: CheckedList["readings"][number], cells: readonly PrintedCell[]): string[] {
  return (reading.figures ?? []).flatMap(({ about, cell: id, read, other }) => {
    const where = `reading ${reading.id}, ${about.de}`;
    const printed = cells.find((each) => each.id === id);
    const amount = printed?.microEuros ?? (printed?.cents ?? 0) * 10_000;
    return [
      ...(read === other ? [`${where}: both figures are the same`] : []),
      ...(id !== undefined && !reading.cells.includes(id) ? [`${where}: "${id}" is no cell of the reading`] : []),
      ...(id !== undefined && amount !== other ? [`${where}: "${id}" does not print ${other}`] : []),
    ];
  });
}

function shapeFaults(each: Article, list: CheckedList): string[] {
  const { price } = each;
  const where = `article ${each.sku}`;
  switch (price.kind) {
    case "flat":
      return (price.oneOff ?? price.monthly ?? price.yearly) ? [] : [`${where}: a flat price names no cell`];
    case "by-users":
      return [price.purchase, ...price.subscription.map((term) => term.cells)]
        .filter((row) => row.length !== list.userTiers.length)
        .map((row) => `${where}: ${row.length} cells for ${list.userTiers.length} user tiers`);
    case "volume":
      return risingFaults(where, price.steps);
    case "by-profile":
      return [
        ...list.profiles
          .filter((profile) => !(profile in price.profiles))
          .map((profile) => `${where}: says nothing of ${profile}`),
        ...Object.keys(price.profiles)
          .filter((profile) => !list.profiles.includes(profile))
          .map((profile) => `${where}: no profile "${profile}"`),
      ];
    default:
      return [];
  }
}

function risingFaults(where: string, steps: readonly { from: number }[]): string[] {
  const rising = steps.every((step, index) =>
    index === 0 ? step.from === 1 : step.from > (steps[index - 1]?.from ?? 0),
  );
  return rising ? [] : [`${where}: steps must begin at 1 and rise`];
}

function tierFaults(tiers: CheckedList["userTiers"]): string[] {
  const joined = tiers.every((tier, index) => {
    const before = tiers[index - 1];
    const first = before === undefined ? 1 : (before.upTo ?? Number.NaN) + 1;
    return tier.from === first && (tier.upTo === null ? index === tiers.length - 1 : tier.upTo >= tier.from);
  });
  return joined ? [] : ["userTiers: tiers must begin at 1 and follow each other without a gap"];
}

function repeated(what: string, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return [...twice].map((name) => `${what} "${name}" occurs twice`);
}

/** Cells whose number is not the figure in their text. */
function misreadCells(table: PrintedTable): string[] {
  if (table.figuresIn === "names") return [];
  return table.cells.flatMap((printed) => {
    const fault = misreading(printed, table.figuresIn);
    return fault === null ? [] : [`cell ${printed.id}: ${fault}`];
  });
}

function misreading(printed: PrintedCell, figuresIn: PrintedTable["figuresIn"]): string | null {
  const given = [printed.cents, printed.microEuros, printed.percent, printed.count].filter(
    (figure) => figure !== undefined,
  );
  if (given.length > 1) return "more than one number for one text";
  const figure = figureIn(printed.text);
  if (figure === null) return given.length === 0 ? null : `"${printed.text}" holds no figure`;
  if (given.length === 0) return `"${printed.text}" has no number`;
  if (printed.percent !== undefined)
    return printed.text.includes("%") && figure === printed.percent * 1_000_000 ? null : says(printed);
  if (printed.count !== undefined) return figure === printed.count * 1_000_000 ? null : says(printed);
  const inCents = figuresIn === "cent" || /cent/i.test(printed.text);
  const microEuros = inCents ? figure / 100 : figure;
  return microEuros === (printed.microEuros ?? (printed.cents ?? 0) * 10_000) ? null : says(printed);
}

function says(printed: PrintedCell): string {
  return `"${printed.text}" does not say ${printed.cents ?? printed.microEuros ?? printed.percent ?? printed.count}`;
}

/** The first figure of a German text, in millionths ("1.299,00 €" -> 1299000000, "129,-" -> 129000000); null for a word. */
function figureIn(printed: string): number | null {
  const found = /(-?)(\d[\d.]*)(?:,(\d+|-))?/.exec(printed);
  if (found === null) return null;
  const whole = Number((found[2] ?? "").replaceAll(".", "")) * 1_000_000;
  const decimals = found[3] === undefined || found[3] === "-" ? 0 : Number(found[3].padEnd(6, "0").slice(0, 6));
  return (found[1] === "-" ? -1 : 1) * (whole + decimals);
}
