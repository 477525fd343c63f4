import { agreedEnds } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { purchaseRows } from "@/db/queries/licences";
import { listPriceRows } from "@/db/queries/price-rows";
import { systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Addition, AdditionLine, Obstacle, TierEffect, Variant } from "@/lib/domain/addition";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { QuoteItem } from "@/lib/domain/pricing";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { wishChoices, wishItem } from "@/lib/domain/wish-choices";
import { articleName, editionInForce, vendors } from "@/lib/price-lists/index";
import { type CheckedSystem, checkedSystem, checkWish } from "./shared/additions";
import { bookingsOn } from "./shared/booked";
import { lapsingPolicyIds } from "./shared/facts";
import { isId } from "./shared/ids";
import { systemFacts } from "./shared/load-facts";
import { type HeldArticle, heldArticles, type ReverseView, reverseView } from "./shared/reverse-checks";

export type { HeldArticle, ReverseView } from "./shared/reverse-checks";

/** An article wished for: which of the list's choices (see `wishChoices`), and how many, how many users, or how many minutes. */
export interface WishedArticle {
  readonly key: string;
  readonly amount: number;
}

export interface AdditionQuestion {
  readonly systemId: string;
  /** The users who would be installed; null: as many as are. */
  readonly users: number | null;
  /** Up to three wishes, to be compared. */
  readonly wishes: readonly (readonly WishedArticle[])[];
  /** Articles that would go, by the keys of `held`. */
  readonly removal: readonly { readonly key: string; readonly quantity: number }[];
}

export type LineView = AdditionLine & { readonly articleName: string; readonly profileName: string | null };

/** One of up to three ways side by side: a wish with its smallest basket (`variant` 0), or with another. */
export interface ColumnView extends Omit<Variant, "lines"> {
  readonly wish: number;
  readonly variant: number;
  readonly obstacles: readonly Obstacle[];
  readonly tiers: readonly (TierEffect & { readonly articleName: string })[];
  readonly lines: readonly LineView[];
}

export interface AdditionView {
  readonly system: {
    readonly id: string;
    readonly name: string;
    readonly vendor: string;
    readonly productName: string;
    readonly resale: "sold" | "brokered";
    readonly release: number | null;
    readonly customerId: string;
    readonly customerNumber: string;
    readonly customerName: string;
  };
  readonly list: PriceList;
  /** The edition does not hold yet on the day: its prices are unknown. */
  readonly priceKnown: boolean;
  /** Null: not recorded. */
  readonly installedUsers: number | null;
  /** The users that the wishes are reckoned with. */
  readonly users: number | null;
  readonly held: readonly HeldArticle[];
  readonly brokenBefore: readonly Obstacle[];
  /** The system as recorded cannot exist at all. */
  readonly impossible: Refusal | null;
  /** What is booked and cannot be reckoned, because the record lacks something, or because nobody recorded what it books. */
  readonly unread: readonly { readonly articleName: string; readonly refusal: Refusal | null }[];
  readonly columns: readonly ColumnView[];
  /** Further alternatives that did not fit beside the others. */
  readonly moreVariants: number;
  /** Wishes that cannot be read, with the place at fault. */
  readonly refused: readonly { readonly wish: number; readonly refusals: readonly Refusal[] }[];
  readonly reverse: ReverseView | Refusal | null;
}

const MOST_COLUMNS = 3;

/**
 * May this be added to the system, what else does it need, what does it cost, and what does it change? Null for a system that is none, that
 * is foreign, or that the viewer is not to see.
 */
export async function checkAddition(
  viewer: Viewer,
  question: AdditionQuestion,
  today: Day,
): Promise<AdditionView | null> {
  if (!may(viewer, "check-addition")) throw new Error(`additions are not checked for the role ${viewer.role}`);
  const { systemId } = question;
  if (!isId(systemId)) return null;
  const resellerId = viewer.resellerId ?? "";
  const found = await withTenant(viewer, async (tx) => {
    const [row] = await systemRows(tx, resellerId, { systemIds: [systemId] });
    const customer = row === undefined ? null : await customerById(tx, viewer, row.customerId);
    if (row === undefined || customer === null) return null;
    const [facts] = await systemFacts(tx, resellerId, [row], today);
    return {
      row,
      customer,
      facts,
      purchases: await purchaseRows(tx, resellerId, [systemId], true),
      prices: await listPriceRows(tx, resellerId, [row.vendor]),
      ends: await agreedEnds(tx, resellerId, [systemId], lapsingPolicyIds),
      booking: (await bookingsOn(tx, resellerId, [systemId], today)).get(systemId),
    };
  });
  const edition = found === null ? undefined : editionInForce(found.row.vendor, today);
  if (found === null || found.facts === undefined || edition === undefined) return null;
  const { row, customer, facts, booking } = found;
  const users = question.users ?? facts.installedUsers;
  const system = checkedSystem({ ...found, facts, list: edition.list, users, today });
  const vendor = vendors.find(({ id }) => id === row.vendor);
  return {
    system: {
      id: row.id,
      name: row.name,
      vendor: row.vendor,
      productName: vendor?.productName ?? row.vendor,
      resale: vendor?.resale ?? "sold",
      release: row.release,
      customerId: customer.id,
      customerNumber: customer.number,
      customerName: customer.name,
    },
    list: edition.list,
    priceKnown: edition.priceKnown,
    installedUsers: facts.installedUsers,
    users,
    held: heldArticles(system, viewer.locale),
    unread: [
      ...system.unread.map(({ sku, refusal }) => ({
        articleName: articleName(row.vendor, sku, viewer.locale),
        refusal,
      })),
      ...(booking?.unrecorded ?? [])
        .filter((sku) => !system.isMaintenance(sku))
        .map((sku) => ({ articleName: articleName(row.vendor, sku, viewer.locale), refusal: null })),
    ],
    ...answered(system, question, viewer.locale),
    reverse: question.removal.length === 0 ? null : reverseView(system, question.removal, viewer.locale),
  };
}

type Answered = Pick<AdditionView, "brokenBefore" | "impossible" | "columns" | "moreVariants" | "refused">;

function answered(system: CheckedSystem, { wishes }: AdditionQuestion, locale: Viewer["locale"]): Answered {
  const standing = checkWish(system, []);
  if (isRefusals(standing)) {
    return { brokenBefore: [], impossible: standing[0] ?? null, columns: [], moreVariants: 0, refused: [] };
  }
  const { brokenBefore } = standing;
  const asked = wishes
    .slice(0, MOST_COLUMNS)
    .flatMap((articles, wish) => (articles.length === 0 ? [] : [{ wish, articles }]));
  // Nothing wished: what would mend the system, where it is broken, or what further users alone move.
  const isMoved = brokenBefore.length > 0 || standing.tiers.some(({ moves }) => moves);
  const questions = asked.length > 0 ? asked : isMoved ? [{ wish: 0, articles: [] }] : [];
  const outcomes = questions.map(({ wish, articles }) => {
    const items = articles.map((article, index) => itemOf(system, article, index));
    const unknown = items.filter(isRefusal);
    return { wish, outcome: unknown.length > 0 ? unknown : checkWish(system, items as QuoteItem[]) };
  });
  const columns = outcomes.flatMap(({ wish, outcome }) =>
    isRefusals(outcome) ? [] : outcome.variants.map((_, variant) => columnOf(system, outcome, wish, variant, locale)),
  );
  // Each wish has its place before an alternative gets one.
  const shown = columns
    .toSorted((left, right) => Number(left.variant > 0) - Number(right.variant > 0))
    .slice(0, MOST_COLUMNS);
  return {
    brokenBefore,
    impossible: null,
    columns: shown.toSorted((left, right) => left.wish - right.wish || left.variant - right.variant),
    moreVariants: columns.length - shown.length,
    refused: outcomes.flatMap(({ wish, outcome }) => (isRefusals(outcome) ? [{ wish, refusals: outcome }] : [])),
  };
}

function isRefusals(outcome: Addition | readonly Refusal[]): outcome is readonly Refusal[] {
  return Array.isArray(outcome);
}

function itemOf({ list, users }: CheckedSystem, { key, amount }: WishedArticle, index: number): QuoteItem | Refusal {
  const choice = wishChoices(list).find((each) => each.key === key);
  if (choice === undefined)
    return refuse("wish-unknown", { article: key, product: list.productName }, `wish[${index}].sku`);
  return wishItem(choice, amount, users);
}

function columnOf(
  { list }: CheckedSystem,
  addition: Addition,
  wish: number,
  variant: number,
  locale: Viewer["locale"],
): ColumnView {
  const chosen = addition.variants[variant] as Variant;
  const name = (sku: string) => articleName(list.vendor, sku, locale);
  return {
    ...chosen,
    wish,
    variant,
    obstacles: addition.obstacles,
    tiers: addition.tiers.map((tier) => ({ ...tier, articleName: name(tier.sku) })),
    lines: chosen.lines.map((line) => ({
      ...line,
      articleName: name(line.sku),
      profileName: line.profile === null ? null : name(line.profile),
    })),
  };
}
