import { agreedTerms, contractRows, partIdsOf, positionsOf } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { decisionsOf } from "@/db/queries/decisions";
import { noticeRows } from "@/db/queries/notices";
import { systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import { type ContractFacts, chargesBetween, endByNotice, questionOf } from "@/lib/domain/contract-facts";
import { type Day, dayAfterMonths } from "@/lib/domain/dates";
import { type SystemFacts, standingOf } from "@/lib/domain/decisions-system";
import type { Cents } from "@/lib/domain/money";
import type { Reason, Source } from "@/lib/domain/reason";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { type TermQuestion, termsOf } from "@/lib/domain/terms";
import { nextPossibleEndAfter, termTimeline } from "@/lib/domain/terms-timeline";
import { renewalStanding, renewalWindow } from "@/lib/domain/up2date";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { contractLine } from "./shared/contract-lines";
import { gapView } from "./shared/gaps";
import { isId } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { contractFacts, systemFacts } from "./shared/load-facts";
import { noticeViews } from "./shared/notice-views";
import { staffNames } from "./shared/people";
import { bringCustomerToDay } from "./shared/refresh";
import type { ContractLine, CoverageGapView, DecisionItem, NoticeView, OwnRuleView } from "./shared/views";

export type {
  ContractLine,
  CoverageGapView,
  DecisionItem,
  NoticeView,
  OwnRuleView,
} from "./shared/views";

export interface PositionView {
  readonly id: string;
  readonly sku: string;
  readonly articleName: string;
  readonly quantity: number;
  readonly profile: string | null;
  readonly users: number | null;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
  readonly oneOffCents: Cents | null;
  readonly edition: string | null;
}

/** A term of the past, the present or to come. */
export interface TimelineTerm {
  readonly startsOn: Day;
  /** Null: runs on. */
  readonly endsOn: Day | null;
  /** `minimum` the first term, `renewal` a tacit renewal, `open` runs on, `agreed` a term that was agreed (Up2Date). */
  readonly kind: "minimum" | "renewal" | "open" | "agreed";
  readonly standing: "past" | "present" | "coming";
  /** The last day on which a notice to this term's end could be received. */
  readonly noticeDueOn: Day | null;
  /** What was agreed and paid for the term, where it was recorded. */
  readonly amountCents: Cents | null;
}

/** The Up2Date of a system: what renewing costs, and what it costs to miss its end. */
export interface RenewalView {
  readonly currentEnd: Day;
  readonly standing: "too-early" | "open" | "lapsed";
  /** The first day on which it may be renewed. */
  readonly opensOn: Day;
  /** As many years as the last term. */
  readonly years: number;
  readonly renewalCents: Cents | null;
  /** The OneTime Upgrade on top once it has lapsed. */
  readonly reentryCents: Cents | null;
  /** Rests on made-up sample prices and must say so. */
  readonly sample: boolean;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
  /** Why a figure is unknown. */
  readonly refusal: Refusal | null;
}

export interface ContractView {
  readonly contract: ContractLine;
  readonly customer: { readonly id: string; readonly number: string; readonly name: string };
  readonly land: string | null;
  /** Raised with every change; send it back with an edit. */
  readonly version: number;
  readonly policy: {
    readonly id: string;
    readonly kind: "rule" | "chosen-term" | "unknown" | "lapses";
    readonly source: Source;
  };
  readonly ownRule: OwnRuleView | null;
  readonly mainContract: { readonly id: string; readonly articleName: string } | null;
  /** Flats, options and packages that end with this contract. */
  readonly parts: readonly ContractLine[];
  readonly positions: readonly PositionView[];
  readonly notices: readonly NoticeView[];
  readonly timeline: readonly TimelineTerm[];
  /** How the dates came about: inputs, steps, readings, and the law that stands beside them. */
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
  /** Why there is no date. */
  readonly refusal: Refusal | null;
  /** The end that follows if the present deadline passes, and the charges until then. */
  readonly ifMissed: { readonly endsOn: Day; readonly costCents: Cents | null } | null;
  readonly renewal: RenewalView | null;
  readonly gaps: readonly CoverageGapView[];
  /** This contract's rows of the queue; empty for the customer's own people. */
  readonly decisions: readonly DecisionItem[];
}

const YEARS_BACK = 10;
const COMING_MONTHS = 24;
const COMING_TERMS = 4;

/** One contract: its dates and how they came about, its terms, its notices, its rows of the queue. Null as in `showCustomer`. */
export async function showContract(viewer: Viewer, contractId: string, today: Day): Promise<ContractView | null> {
  if (!may(viewer, "see-contract")) throw new Error(`contracts are not for the role ${viewer.role}`);
  if (!isId(contractId)) return null;
  const people = await staffNames(viewer);
  const seesPrices = may(viewer, "see-purchase-prices");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const [row] = await contractRows(tx, resellerId, { contractIds: [contractId] });
    const customer = row === undefined ? null : await customerById(tx, viewer, row.customerId);
    if (row === undefined || customer === null) return null;
    await bringCustomerToDay(tx, viewer, customer.id, today);
    const partIds = await partIdsOf(tx, resellerId, [contractId]);
    const related = [...partIds, ...(row.mainContractId === null ? [] : [row.mainContractId])];
    const others = related.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds: related });
    const all = [row, ...others];
    const facts = await contractFacts(tx, resellerId, all, today, seesPrices);
    const [own] = facts;
    if (own === undefined) return null;
    const lines = all.flatMap((each, index) => {
      const about = facts[index];
      return about === undefined ? [] : [contractLine(each, about, viewer, today)];
    });
    const [line] = lines;
    if (line === undefined) return null;
    const systems = await systemRows(tx, resellerId, { systemIds: [row.systemId] });
    const [system] = await systemFacts(tx, resellerId, systems, today, seesPrices);
    const agreed = await agreedTerms(tx, resellerId, contractId, seesPrices);
    const positions = await positionsOf(tx, resellerId, contractId);
    const notices = await noticeRows(tx, resellerId, [contractId], seesPrices);
    const staff = may(viewer, "see-queue");
    const decisions = staff ? await decisionsOf(tx, viewer, { contractId }) : [];
    const main = lines.find((each) => each.id === row.mainContractId);
    return {
      contract: line,
      customer: { id: customer.id, number: customer.number, name: customer.name },
      land: row.land,
      version: row.version,
      policy: policyView(own, row.policyId),
      ownRule: row.ownRule,
      mainContract: main === undefined ? null : { id: main.id, articleName: main.articleName },
      parts: lines.filter((each) => partIds.includes(each.id)),
      positions: positions.map((position) => ({
        ...position,
        articleName: articleName(row.vendor, position.sku, viewer.locale),
      })),
      notices: noticeViews(notices, own, people),
      timeline: timelineOf(own, agreed, today),
      ...datesExplained(own, row.ownRule, today),
      ifMissed: ifMissed(own, line, today),
      renewal: renewalOf(own, system, today),
      gaps: system === undefined ? [] : standingOf(system, today).gaps.map((gap) => gapView(gap, row.vendor, viewer)),
      decisions: decisions.map((each) => decisionItem(each, viewer, people)),
    };
  });
}

function policyView(facts: ContractFacts, policyId: string): ContractView["policy"] {
  const { policy } = facts;
  return policy === null
    ? { id: policyId, kind: "unknown", source: { document: "", clause: "" } }
    : { id: policy.id, kind: policy.kind, source: policy.source };
}

function questionAbout(facts: ContractFacts, ownRule: OwnRuleView | null, today: Day): TermQuestion | null {
  if (facts.policy === null) return null;
  const { notice } = facts;
  const ownRuleSource = ownRule === null ? null : { document: ownRule.source, clause: ownRule.clause };
  return {
    ...questionOf({ ...facts, policy: facts.policy }, today),
    ownRuleSource,
    noticeReceivedOn: notice?.receivedOn ?? null,
  };
}

function datesExplained(facts: ContractFacts, ownRule: OwnRuleView | null, today: Day) {
  const nothing = { assumptions: [], hints: [], derivation: [] };
  const question = questionAbout(facts, ownRule, today);
  if (question === null) return { ...nothing, refusal: refuse("policy-not-known") };
  if (question.policy.kind === "lapses") return { ...nothing, refusal: null };
  const answer = termsOf(question);
  if (isRefusal(answer)) return { ...nothing, refusal: answer };
  const { assumptions, hints, derivation } = answer;
  return { assumptions, hints, derivation, refusal: null };
}

function ifMissed(facts: ContractFacts, line: ContractLine, today: Day): ContractView["ifMissed"] {
  const { cancellableTo } = line.dates;
  const question = questionAbout(facts, null, today);
  if (cancellableTo === null || question === null) return null;
  const endsOn = nextPossibleEndAfter(question, cancellableTo);
  return endsOn === null ? null : { endsOn, costCents: chargesBetween(facts, cancellableTo, endsOn) };
}

/** Agreed terms as they were agreed; tacit ones as the rules derive them, some years back and some to come. */
function timelineOf(
  facts: ContractFacts,
  agreed: readonly { readonly startsOn: Day; readonly endsOn: Day | null; readonly amountCents: number | null }[],
  today: Day,
): TimelineTerm[] {
  const question = questionAbout(facts, null, today);
  if (question === null || question.policy.kind === "lapses") {
    return agreed.map(({ startsOn, endsOn, amountCents }) => ({
      kind: "agreed",
      startsOn,
      endsOn,
      standing: endsOn !== null && endsOn < today ? "past" : startsOn > today ? "coming" : "present",
      noticeDueOn: null,
      amountCents,
    }));
  }
  const back = dayAfterMonths(today, -12 * YEARS_BACK);
  const from = facts.startsOn > back ? facts.startsOn : back;
  const anchor = facts.startsOn > today ? facts.startsOn : today;
  const end = endByNotice(facts);
  const terms = termTimeline(question, from, dayAfterMonths(anchor, COMING_MONTHS))
    .filter((term) => end === null || term.startsOn <= end)
    .map((term): TimelineTerm => {
      const standing = term.running ? "present" : term.startsOn > today ? "coming" : "past";
      const { kind, startsOn, noticeDueOn } = term;
      return { kind, startsOn, endsOn: term.endsOn, standing, noticeDueOn, amountCents: null };
    });
  const coming = terms.filter((term) => term.standing === "coming").slice(0, COMING_TERMS);
  return [...terms.filter((term) => term.standing !== "coming"), ...coming];
}

function renewalOf(facts: ContractFacts, system: SystemFacts | undefined, today: Day): RenewalView | null {
  const { maintenance } = facts;
  const rules = system?.list?.up2date;
  if (maintenance === null || maintenance.currentEnd === null || rules === undefined) return null;
  const { currentEnd, years, cost } = maintenance;
  const { opensOn } = renewalWindow(rules, currentEnd);
  return { currentEnd, standing: renewalStanding(rules, today, currentEnd), opensOn, years, ...cost };
}
