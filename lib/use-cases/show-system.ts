import { contractRows } from "@/db/queries/contracts";
import { decisionsOf } from "@/db/queries/decisions";
import { purchaseRows } from "@/db/queries/licences";
import { withTenant } from "@/db/tenant";
import { type BookedPosition, bookedItem } from "@/lib/domain/booked-item";
import type { Day } from "@/lib/domain/dates";
import type { SystemFacts } from "@/lib/domain/decisions-system";
import { type BookedBound, type QuantityStep, quantitiesOf } from "@/lib/domain/quantity-steps";
import type { FigureFields } from "@/lib/domain/system-figures";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { bookingsOn } from "./shared/booked";
import { contractLine } from "./shared/contract-lines";
import { decisionItem } from "./shared/items";
import { contractFacts, systemFacts } from "./shared/load-facts";
import { staffNames } from "./shared/people";
import { bringCustomerToDay } from "./shared/refresh";
import { systemAtHand } from "./shared/system-at-hand";
import { type SystemView, systemView } from "./shared/system-view";
import type { DecisionItem } from "./shared/views";

export type { LimitView, SystemView, TierUsageView } from "./shared/system-view";
export type { DecisionItem } from "./shared/views";

/** A support plan with what it covers: modules bought together with it or after it. Only while it runs does it cover anything. */
export interface PlanView {
  readonly contractId: string;
  readonly articleName: string;
  readonly startsOn: Day;
  /** The day it ends on by notice; null while it runs on. */
  readonly endsOn: Day | null;
  readonly running: boolean;
  readonly covered: readonly string[];
  /** Bought before the plan began. */
  readonly notCovered: readonly string[];
}

/** The maintenance of the whole system. `endsOn` null: none was ever bought. */
export interface MaintenanceView {
  readonly endsOn: Day | null;
  readonly standing: "running" | "lapsed" | "never";
  /** The contract that runs longest, where there is one. */
  readonly contractId: string | null;
}

/** A price step of what is booked, for those who may see prices. */
export interface StepView extends QuantityStep {
  readonly articleNames: readonly string[];
}

/** A bound of what may be booked. `askedBy`: the article that asks for it, or whose price is not known beyond it. */
export interface BoundView extends BookedBound {
  readonly articleNames: readonly string[];
  readonly askedBy: string | null;
}

export interface SystemPage {
  readonly system: SystemView;
  readonly customer: { readonly id: string; readonly number: string; readonly name: string };
  /** Raised with every change; send it back with one. */
  readonly version: number;
  /** The figures that matter for this vendor's systems. */
  readonly fields: FigureFields;
  readonly steps: readonly StepView[];
  readonly bounds: readonly BoundView[];
  readonly plans: readonly PlanView[];
  /** Null where the vendor sells no maintenance for systems. */
  readonly maintenance: MaintenanceView | null;
  /** The system's rows of the queue and those of its contracts; empty for the customer's own people. */
  readonly decisions: readonly DecisionItem[];
  readonly seesPurchasePrices: boolean;
}

/**
 * One system: what it holds, what runs on it, what is used and left of it, what covers it, and what must be decided. A customer's own people
 * see theirs, without what was paid and without the queue. Null for an id that is none, that is foreign, or that the viewer is not to see.
 */
export async function showSystem(viewer: Viewer, systemId: string, today: Day): Promise<SystemPage | null> {
  if (!may(viewer, "see-system")) throw new Error(`systems are not for the role ${viewer.role}`);
  const people = await staffNames(viewer);
  const seesPrices = may(viewer, "see-purchase-prices");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const found = await systemAtHand(tx, viewer, systemId, today);
    if (found === null) return null;
    const { row, customer, fields } = found;
    await bringCustomerToDay(tx, viewer, customer.id, today);
    const contracts = await contractRows(tx, resellerId, { systemIds: [row.id] });
    const about = await contractFacts(tx, resellerId, contracts, today, seesPrices);
    const lines = contracts.flatMap((contract, index) => {
      const known = about[index];
      return known === undefined ? [] : [contractLine(contract, known, viewer, today)];
    });
    const [facts] = await systemFacts(tx, resellerId, [row], today, seesPrices);
    if (facts === undefined) throw new Error("a system without facts");
    const bought = await purchaseRows(tx, resellerId, [row.id], seesPrices);
    const booking = (await bookingsOn(tx, resellerId, [row.id], today, seesPrices)).get(row.id);
    const scope = { customerId: customer.id, systemId: row.id };
    const rows = may(viewer, "see-queue") ? await decisionsOf(tx, viewer, scope) : [];
    const longest = about.find(({ maintenance }) => maintenance !== null && !maintenance.replaced);
    return {
      system: systemView(row, facts, bought, lines, viewer, today),
      customer,
      version: row.version,
      fields,
      ...quantityViews(facts, booking?.positions ?? [], viewer),
      plans: planViews(facts, viewer, today),
      maintenance: maintenanceView(facts, longest?.id ?? null, today),
      decisions: rows.map((decision) => decisionItem(decision, viewer, people)),
      seesPurchasePrices: seesPrices,
    };
  });
}

function quantityViews({ list, vendor }: SystemFacts, booked: readonly BookedPosition[], viewer: Viewer) {
  if (list === null) return { steps: [], bounds: [] };
  const name = (sku: string) => articleName(vendor, sku, viewer.locale);
  const { steps, bounds } = quantitiesOf(
    list,
    booked.flatMap((position) => bookedItem(list, position) ?? []),
  );
  return {
    steps: may(viewer, "see-purchase-prices")
      ? steps.map((step) => ({ ...step, articleNames: step.skus.map(name) }))
      : [],
    bounds: bounds.map((bound) => ({
      ...bound,
      articleNames: bound.skus.map(name),
      askedBy: bound.sku === null ? null : name(bound.sku),
    })),
  };
}

function planViews({ plans, licences, vendor }: SystemFacts, viewer: Viewer, today: Day): PlanView[] {
  const name = (sku: string) => articleName(vendor, sku, viewer.locale);
  return plans.map(({ contractId, sku, startsOn, endsOn }) => {
    const older = licences.filter((licence) => licence.purchasedOn.some((day) => day < startsOn));
    return {
      contractId,
      articleName: name(sku),
      startsOn,
      endsOn,
      running: startsOn <= today && (endsOn === null || endsOn >= today),
      covered: licences.filter((licence) => !older.includes(licence)).map((licence) => name(licence.sku)),
      notCovered: older.map((licence) => name(licence.sku)),
    };
  });
}

function maintenanceView(facts: SystemFacts, contractId: string | null, today: Day): MaintenanceView | null {
  if (facts.maintenance === null) return null;
  const { endsOn } = facts.maintenance;
  return { endsOn, contractId, standing: endsOn === null ? "never" : endsOn < today ? "lapsed" : "running" };
}
