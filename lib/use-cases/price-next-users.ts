import { agreedEnds } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { listPriceRows } from "@/db/queries/price-rows";
import { systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { type Costs, cheaperWays, type NextUsers, nextUsers, type SystemSteps } from "@/lib/domain/next-user";
import type { Reason } from "@/lib/domain/reason";
import { may, type Viewer } from "@/lib/domain/viewer";
import { vendors } from "@/lib/price-lists/index";
import { bookingsOn } from "./shared/booked";
import { lapsingPolicyIds } from "./shared/facts";
import { isId } from "./shared/ids";
import { systemFacts } from "./shared/load-facts";
import type { AtHand, Readied } from "./shared/next-user-ready";
import { readied } from "./shared/next-user-systems";
import { withReseller } from "./shared/reseller-of";
import { chosenOf, type OptionAbout, TICKED, type UserField } from "./shared/user-offers";

export type { OptionAbout, UserField, UserOption } from "./shared/user-offers";

export interface NextUserQuestion {
  readonly customerId: string;
  /** 1 to 1,000. */
  readonly users: number;
  /** What the address says of a system's field; undefined where it says nothing. */
  readonly said: (systemId: string, field: string) => string | undefined;
}

/** One system of the customer: what a user can get there, what was chosen, and what that comes to. */
export interface NextUserSystemView {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly productName: string;
  /** Whether users are to be added here. */
  readonly ticked: boolean;
  /** Only where prices depend on them; null else, or where nobody recorded them. */
  readonly installedUsers: number | null;
  /** The installed users must be told before anything can be reckoned. */
  readonly asksInstalled: boolean;
  /** What was told. */
  readonly installedTold: number | null;
  /** What it has today of what matters here. */
  readonly has: readonly { readonly name: string; readonly quantity: number; readonly tier: string | null }[];
  readonly fields: readonly UserField[];
  /** Articles that must be booked for all, and therefore follow each user by themselves. */
  readonly follows: readonly string[];
  /** What each user gets here; empty where nothing was chosen yet. */
  readonly perUser: readonly { readonly about: OptionAbout; readonly name: string }[];
  /** What stands in the way of any figure. */
  readonly obstacles: readonly Reason[];
  /** What must be said beside the figures. */
  readonly notes: readonly Reason[];
  /** At least one of the prices that can be chosen from is a made-up sample. */
  readonly samplePrices: boolean;
  /** The figures rest on at least one made-up sample price. */
  readonly sample: boolean;
  readonly priced: PricedSystem | null;
}

export interface PricedSystem extends SystemSteps {
  /** All users whom the system takes. */
  readonly total: Costs;
  readonly cheaper: readonly Reason[];
}

export interface NextUserView {
  readonly customer: { readonly id: string; readonly number: string; readonly name: string };
  readonly users: number;
  readonly systems: readonly NextUserSystemView[];
  /** Over the systems that were reckoned; null where none was. */
  readonly priced: Omit<NextUsers, "systems"> | null;
  /** Ticked systems of which nothing could be reckoned: what is priced is not all. */
  readonly left: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What one, five or `users` more users cost over the ticked systems of a customer, each with what he gets there. Only what was chosen is
 * reckoned. Null for an id that is none, that is foreign, or that the viewer is not to see.
 */
export async function priceNextUsers(
  viewer: Viewer,
  question: NextUserQuestion,
  today: Day,
): Promise<NextUserView | null> {
  if (!may(viewer, "price-next-users")) throw new Error(`the next user is not for the role ${viewer.role}`);
  if (!isId(question.customerId)) return null;
  const { resellerId } = withReseller(viewer);
  const loaded = await withTenant(viewer, async (tx) => {
    const customer = await customerById(tx, viewer, question.customerId);
    if (customer === null) return null;
    const rows = await systemRows(tx, resellerId, { customerIds: [customer.id] });
    const ids = rows.map((row) => row.id);
    return {
      customer,
      rows,
      facts: await systemFacts(tx, resellerId, rows, today),
      bookings: await bookingsOn(tx, resellerId, ids, today),
      ends: Map.groupBy(await agreedEnds(tx, resellerId, ids, lapsingPolicyIds), (row) => row.systemId),
      prices: Map.groupBy(
        await listPriceRows(tx, resellerId, [...new Set(rows.map((row) => row.vendor))]),
        (row) => row.vendor,
      ),
    };
  });
  if (loaded === null) return null;
  const hand = loaded.rows.flatMap((row, index): AtHand[] => {
    const facts = loaded.facts[index];
    if (facts === undefined) return [];
    const booking = loaded.bookings.get(row.id) ?? { positions: [], unrecorded: [], comingOn: [], endsOn: [] };
    return [
      {
        row,
        facts,
        booking,
        ends: loaded.ends.get(row.id) ?? [],
        prices: loaded.prices.get(row.vendor) ?? [],
        locale: viewer.locale,
        said: (field) => question.said(row.id, field),
        today,
      },
    ];
  });
  const ready = hand.map((at) => ({ at, made: readied(at, question.users) }));
  const counting = ready.flatMap(({ at, made }) =>
    isTicked(at) && made.system !== null && made.obstacles.length === 0 && chosenOf(made.fields).length > 0
      ? [{ id: at.row.id, system: made.system }]
      : [],
  );
  const { systems: steps, ...priced } = nextUsers(
    counting.map(({ system }) => system),
    question.users,
  );
  const pricedOf = new Map(
    counting.map(({ id, system }, index) => {
      const own = steps[index] as SystemSteps;
      return [id, { ...own, total: totalOf(own), cheaper: cheaperWays(system, question.users, own) }] as const;
    }),
  );
  const { id, number, name } = loaded.customer;
  return {
    customer: { id, number, name },
    users: question.users,
    systems: ready.map(({ at, made }) => viewOf(at, made, pricedOf.get(at.row.id) ?? null)),
    priced: counting.length === 0 ? null : priced,
    left: ready.flatMap(({ at }) =>
      isTicked(at) && !pricedOf.has(at.row.id) ? [{ id: at.row.id, name: at.row.name }] : [],
    ),
  };
}

function isTicked(at: AtHand): boolean {
  return at.said("anlage") === TICKED;
}

function viewOf(at: AtHand, made: Readied, priced: PricedSystem | null): NextUserSystemView {
  const { row, facts } = at;
  return {
    id: row.id,
    name: row.name,
    vendor: row.vendor,
    productName: vendors.find(({ id }) => id === row.vendor)?.productName ?? row.vendor,
    ticked: isTicked(at),
    installedUsers: made.system?.kind === "tiers" ? facts.installedUsers : null,
    asksInstalled: made.asksInstalled,
    installedTold: made.installedTold,
    has: made.has,
    fields: made.fields,
    follows: made.follows,
    perUser: chosenOf(made.fields).map(({ about, name }) => ({ about, name })),
    obstacles: made.obstacles,
    notes: made.notes,
    samplePrices: made.samplePrices,
    sample: made.sample,
    priced,
  };
}

function totalOf({ steps }: SystemSteps): Costs {
  const of = (charge: keyof Costs): Cents | null =>
    steps.reduce<Cents | null>((sum, { costs }) => {
      const cents = costs[charge];
      return sum === null || cents === null ? null : sum + cents;
    }, 0);
  return { oneOffCents: of("oneOffCents"), monthlyCents: of("monthlyCents"), yearlyCents: of("yearlyCents") };
}
