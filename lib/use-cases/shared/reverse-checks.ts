import type { Obstacle } from "@/lib/domain/addition";
import { figuresOf } from "@/lib/domain/catalog-figures";
import type { Costs } from "@/lib/domain/next-user-costs";
import { named } from "@/lib/domain/pricing-request";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { removalEffects } from "@/lib/domain/removal-effects";
import { reverseCheck } from "@/lib/domain/reverse-check";
import { type BrokenCondition, reverseCheckItems } from "@/lib/domain/reverse-check-items";
import type { Viewer } from "@/lib/domain/viewer";
import { choiceKey } from "@/lib/domain/wish-choices";
import { articleName } from "@/lib/price-lists/index";
import type { CheckedSystem } from "./additions";

/** An article that is there and could go. */
export interface HeldArticle {
  readonly key: string;
  readonly articleName: string;
  readonly profileName: string | null;
  readonly quantity: number;
  /** Bought for good, and by no condition of the list bound to anything. */
  readonly owned: boolean;
}

export interface StrandedView {
  readonly articleName: string;
  readonly profileName: string | null;
  readonly quantity: number;
  readonly because: readonly Reason[];
}

/** What breaks if articles go. */
export interface ReverseView {
  readonly breaks: readonly Obstacle[];
  /** What could not stay either. */
  readonly goesWith: readonly StrandedView[];
  /** What no further removal mends. */
  readonly remaining: readonly Obstacle[];
  /** Obstacles that go with the articles. */
  readonly mended: readonly Obstacle[];
  /** What is booked a month, or a year, before and after; null where nothing is, or the rest cannot stand. */
  readonly booking: { readonly before: Costs; readonly after: Costs } | null;
  readonly hints: readonly Reason[];
  readonly assumptions: readonly Reason[];
}

export function heldArticles(
  { licences, booked, owned, list }: CheckedSystem,
  locale: Viewer["locale"],
): HeldArticle[] {
  const name = (sku: string) => articleName(list.vendor, sku, locale);
  if (licences !== null) {
    return licences.rules.licences.flatMap(({ sku }) => {
      const quantity = licences.system[sku] ?? 0;
      return quantity > 0 ? [{ key: sku, articleName: name(sku), profileName: null, quantity, owned: false }] : [];
    });
  }
  const units = Map.groupBy(booked.booked, ({ sku, profile }) => choiceKey({ sku, ...(profile ? { profile } : {}) }));
  const monthly = [...units].map(([key, items]) => ({
    key,
    articleName: name(items[0]?.sku ?? ""),
    profileName: items[0]?.profile === undefined ? null : name(items[0].profile),
    quantity: items.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0),
    owned: false,
  }));
  const bought = owned
    .filter(({ sku }) => !units.has(sku))
    .map(({ sku, quantity }) => ({ key: sku, articleName: name(sku), profileName: null, quantity, owned: true }));
  return [...monthly, ...bought];
}

export function reverseView(
  system: CheckedSystem,
  removal: readonly { readonly key: string; readonly quantity: number }[],
  locale: Viewer["locale"],
): ReverseView | Refusal {
  const held = heldArticles(system, locale);
  for (const { key, quantity } of removal) {
    const article = held.find((each) => each.key === key);
    if (article === undefined) return refuse("removal-unknown", { article: key });
    if (quantity > article.quantity) {
      const names = named({ figures: figuresOf(system.list) }, "article", key);
      return refuse("removes-more-than-held", { ...names, quantity, held: article.quantity });
    }
  }
  return system.licences === null ? ofBooked(system, removal, held, locale) : ofLicences(system, removal, locale);
}

function ofLicences(
  { licences, list }: CheckedSystem,
  removal: readonly { readonly key: string; readonly quantity: number }[],
  locale: Viewer["locale"],
): ReverseView | Refusal {
  if (licences === null) throw new Error("a system without licences");
  const goes = Object.fromEntries(removal.map(({ key, quantity }) => [key, quantity]));
  const found = reverseCheck(licences.rules, licences.system, licences.usage, goes);
  if (isRefusal(found)) return found;
  const { breaks, goesWith, remaining, mended, hints, assumptions } = found;
  return {
    breaks,
    remaining,
    mended,
    goesWith: goesWith.map(({ sku, quantity, because }) => ({
      articleName: articleName(list.vendor, sku, locale),
      profileName: null,
      quantity,
      because,
    })),
    booking: null,
    hints,
    assumptions,
  };
}

function ofBooked(
  { booked, list, today }: CheckedSystem,
  removal: readonly { readonly key: string; readonly quantity: number }[],
  held: readonly HeldArticle[],
  locale: Viewer["locale"],
): ReverseView | Refusal {
  const goes = removal.flatMap(({ key, quantity }) => {
    const item = booked.booked.find(({ sku, profile }) => choiceKey({ sku, ...(profile ? { profile } : {}) }) === key);
    if (item === undefined || held.find((each) => each.key === key)?.owned) return [];
    return [{ sku: item.sku, ...(item.profile === undefined ? {} : { profile: item.profile }), quantity }];
  });
  if (goes.length === 0) return NOTHING_BREAKS;
  const found = reverseCheckItems(list, booked.booked, goes, booked.own);
  if (isRefusal(found)) return found;
  const name = (sku: string) => articleName(list.vendor, sku, locale);
  return {
    breaks: found.breaks.map(obstacle),
    remaining: found.remaining.map(obstacle),
    mended: [],
    goesWith: found.goesWith.map(({ sku, profile, quantity, because }) => ({
      articleName: name(sku),
      profileName: profile === undefined ? null : name(profile),
      quantity,
      because,
    })),
    booking: found.before === null || found.after === null ? null : { before: found.before, after: found.after },
    hints: [...removalEffects(list, goes, booked.plans, booked.modules, today), ...found.hints],
    assumptions: [],
  };
}

const NOTHING_BREAKS: ReverseView = {
  breaks: [],
  goesWith: [],
  remaining: [],
  mended: [],
  booking: null,
  hints: [],
  assumptions: [],
};

function obstacle({ sku, code, params, source }: BrokenCondition): Obstacle {
  return { sku, kind: "condition", code, params, ...(source === undefined ? {} : { source }) };
}
