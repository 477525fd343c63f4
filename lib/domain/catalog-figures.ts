import type { Article, CellId, Charge, Condition, Mode, PriceList, UserTier, VolumeStep, Wording } from "./catalog";
import type { Cents } from "./money";
import type { Reason, Source } from "./reason";

/** A printed amount with its place on the paper. */
export interface Figure {
  readonly cents: Cents;
  readonly source: Source;
}

export interface FigureStep {
  readonly from: number;
  /** "1-50", "51-100", ">100". */
  readonly label: string;
  readonly figure: Figure;
}

/** One price for the purchase and one monthly price for each term; by tier where the article has tiers, else a single entry. */
export interface FormFigures {
  readonly purchase: readonly Figure[];
  readonly subscription: ReadonlyMap<number, readonly Figure[]>;
}

export type OptionFigures =
  | { readonly status: "included"; readonly source: Source }
  | { readonly status: "priced"; readonly charges: readonly (readonly [Charge, Figure])[] }
  | { readonly status: "unavailable" };

/** An article's price with its cells looked up. The kinds are those of `Price`. */
export type PriceFigures =
  | { readonly kind: "none" }
  | {
      readonly kind: "flat";
      readonly charges: readonly (readonly [Charge, Figure])[];
      readonly byEffort: Charge | null;
    }
  | ({ readonly kind: "by-form"; readonly tiered: boolean } & FormFigures)
  | { readonly kind: "volume"; readonly charge: Charge; readonly steps: readonly FigureStep[] }
  | {
      readonly kind: "first-free";
      readonly charge: Charge;
      readonly freeUnits: number;
      readonly free: Figure;
      readonly further: Figure;
    }
  | { readonly kind: "by-profile"; readonly profiles: ReadonlyMap<string, OptionFigures> };

/** An article ready to be priced: what a request must say of it, and its figures. */
export interface PricedArticle {
  readonly article: Article;
  readonly names: Wording;
  /** The name as parameters of a reason: `article` in German, `articleEn` beside it where English has its own. */
  readonly named: Readonly<Record<string, string>>;
  readonly source: Source;
  readonly price: PriceFigures;
  readonly modes: readonly Mode[];
  /** Whether a line may have more than one charge. */
  readonly severalCharges: boolean;
}

export interface DiscountRule {
  readonly condition: Extract<Condition, { kind: "whole-company-discount" }>;
  readonly source: Source;
  /** The profiles that it is taken off: all but the forbidden ones. */
  readonly profiles: readonly string[];
  /** What is taken off each profile, as a positive amount. */
  readonly steps: readonly FigureStep[];
}

export interface RemarkReason {
  readonly as: "hint" | "assumption";
  readonly when: PriceList["remarks"][number]["when"];
  readonly reason: Reason;
}

/** A price list with all its references looked up, made once for each list. */
export interface Figures {
  readonly list: PriceList;
  readonly articles: ReadonlyMap<string, PricedArticle>;
  readonly tiers: readonly UserTier[];
  readonly conditions: readonly { readonly condition: Condition; readonly source: Source }[];
  readonly discount: DiscountRule | null;
  readonly remarks: readonly RemarkReason[];
}

const known = new WeakMap<PriceList, Figures>();

/** The figures of a list that has passed its check; a reference into nothing is a bug of the check and thrown. */
export function figuresOf(list: PriceList): Figures {
  const figures = known.get(list);
  if (figures !== undefined) return figures;
  const made = lookUp(list);
  known.set(list, made);
  return made;
}

function lookUp(list: PriceList): Figures {
  const document = list.document.title;
  const cells = new Map<CellId, Figure>();
  for (const table of list.printed) {
    for (const cell of table.cells) {
      const clause = `${table.clause}: ${cell.article}, ${cell.column}`;
      cells.set(cell.id, { cents: cell.cents ?? 0, source: Object.freeze({ document, clause }) });
    }
  }
  const figure = (id: CellId): Figure => {
    const found = cells.get(id);
    if (found === undefined) throw new Error(`no printed cell ${id}`);
    return found;
  };
  const steps = (printed: readonly VolumeStep[]): FigureStep[] =>
    printed.map((step, index) => ({ from: step.from, label: stepLabel(printed, index), figure: figure(step.cell) }));
  const conditions = list.conditions.map((condition) => ({
    condition,
    source: Object.freeze({ document, clause: condition.clause }),
  }));
  return {
    list,
    articles: new Map(
      list.articles.map((article) => {
        const price = priceFigures(article, figure, steps);
        const source = Object.freeze({ document, clause: article.clause });
        const names = article.label ?? { de: article.name, en: article.name };
        const named: Record<string, string> =
          names.de === names.en ? { article: names.de } : { article: names.de, articleEn: names.en };
        return [
          article.sku,
          { article, names, named, source, price, modes: modesOf(price), severalCharges: hasSeveralCharges(price) },
        ];
      }),
    ),
    tiers: list.userTiers,
    conditions,
    discount: discountOf(list, conditions, steps),
    remarks: list.remarks.map(({ as, when, code, params, clause }) => ({
      as,
      when,
      reason: Object.freeze({ code, params, source: Object.freeze({ document, clause }) }),
    })),
  };
}

function priceFigures(
  { price }: Article,
  figure: (id: CellId) => Figure,
  steps: (printed: readonly VolumeStep[]) => FigureStep[],
): PriceFigures {
  const charges = (ids: Partial<Record<Charge, CellId>>) =>
    (["oneOff", "monthly", "yearly"] as const).flatMap((charge) => {
      const id = ids[charge];
      return id === undefined ? [] : [[charge, figure(id)] as const];
    });
  switch (price.kind) {
    case "none":
      return price;
    case "flat":
      return { kind: "flat", charges: charges(price), byEffort: price.byEffort ?? null };
    case "by-form":
      return {
        kind: "by-form",
        tiered: false,
        purchase: price.purchase === undefined ? [] : [figure(price.purchase)],
        subscription: new Map(price.subscription.map((term) => [term.months, [figure(term.cell)]])),
      };
    case "by-users":
      return {
        kind: "by-form",
        tiered: true,
        purchase: price.purchase.map(figure),
        subscription: new Map(price.subscription.map((term) => [term.months, term.cells.map(figure)])),
      };
    case "volume":
      return { kind: "volume", charge: price.charge, steps: steps(price.steps) };
    case "first-free":
      return { ...price, free: figure(price.free), further: figure(price.further) };
    case "by-profile":
      return {
        kind: "by-profile",
        profiles: new Map(
          Object.entries(price.profiles).map(([profile, offer]): [string, OptionFigures] => {
            if (offer.status === "included")
              return [profile, { status: "included", source: figure(offer.cell).source }];
            if (offer.status === "unavailable") return [profile, offer];
            return [profile, { status: "priced", charges: charges({ oneOff: offer.oneOff, monthly: offer.monthly }) }];
          }),
        ),
      };
  }
}

function hasSeveralCharges(price: PriceFigures): boolean {
  return price.kind === "by-profile" || (price.kind === "flat" && price.charges.length > 1);
}

function modesOf(price: PriceFigures): Mode[] {
  if (price.kind !== "by-form") return [];
  const modes: Mode[] = price.purchase.length > 0 ? ["purchase"] : [];
  return price.subscription.size > 0 ? [...modes, "subscription"] : modes;
}

function discountOf(
  list: PriceList,
  conditions: Figures["conditions"],
  steps: (printed: readonly VolumeStep[]) => FigureStep[],
): DiscountRule | null {
  for (const { condition, source } of conditions) {
    if (condition.kind !== "whole-company-discount") continue;
    // The paper prints what is taken off with its minus sign.
    const taken = steps(condition.steps).map((step) => ({
      ...step,
      figure: { ...step.figure, cents: Math.abs(step.figure.cents) },
    }));
    const profiles = list.profiles.filter((profile) => !condition.forbidden.includes(profile));
    return { condition, source, profiles, steps: taken };
  }
  return null;
}

/** How a step of quantities is called: "1-50", "51-100", ">100". */
export function stepLabel(steps: readonly VolumeStep[], index: number): string {
  const from = steps[index]?.from ?? 1;
  const next = steps[index + 1]?.from;
  return next === undefined ? `>${from - 1}` : `${from}-${next - 1}`;
}

/** The step that a quantity reaches: the last whose first quantity is not above it. */
export function stepReached(steps: readonly FigureStep[], quantity: number): FigureStep {
  let reached = steps[0];
  for (const step of steps) if (step.from <= quantity) reached = step;
  if (reached === undefined) throw new Error("a price without steps");
  return reached;
}

/** The index of the user tier that a number of installed users falls into. */
export function tierIndexOf(tiers: readonly UserTier[], users: number): number {
  const index = tiers.findIndex((tier) => tier.upTo === null || users <= tier.upTo);
  if (index < 0) throw new Error(`no tier for ${users} users`);
  return index;
}
