import { contractRows } from "@/db/queries/contracts";
import { contractIds, positionsOfContracts, termsOfContracts } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { type ContractFacts, endByNotice, questionOf } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import { may, type Viewer } from "@/lib/domain/viewer";
import { datesOf } from "./shared/contract-lines";
import { isId } from "./shared/ids";
import { contractFacts } from "./shared/load-facts";
import { type Page, type PageRequest, pageFrom, pageOf } from "./shared/record-pages";
import type { ContractDates, OwnRuleView } from "./shared/views";

/** A contract as it is recorded, with its dates of today and how they came about. */
export interface ContractRecord extends ContractDates {
  readonly id: string;
  readonly customerId: string;
  readonly systemId: string;
  readonly vendor: string;
  readonly sku: string;
  readonly policy: string;
  readonly termMonths: number | null;
  readonly rule: OwnRuleView | null;
  readonly land: string | null;
  readonly startsOn: Day;
  readonly billingParty: "vendor" | "reseller";
  readonly billingInterval: "month" | "quarter" | "year";
  /** Each billing interval; null is unknown. */
  readonly amountCents: Cents | null;
  readonly mainContractId: string | null;
  readonly version: number;
  /** The notice in force. */
  readonly notice: { readonly receivedOn: Day; readonly endsOn: Day; readonly confirmed: boolean } | null;
  readonly positions: readonly Omit<Awaited<ReturnType<typeof positionsOfContracts>>[number], "contractId">[];
  /** What was agreed; tacit renewals are not stored. */
  readonly terms: readonly Omit<Awaited<ReturnType<typeof termsOfContracts>>[number], "contractId">[];
  readonly assumptions: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/** Contracts with their dates, in the order of their recording; `id` asks for one. */
export async function listContractRecords(
  viewer: Viewer,
  request: PageRequest & {
    readonly id?: string | undefined;
    readonly customer?: string | undefined;
    readonly system?: string | undefined;
  },
  today: Day,
): Promise<Page<ContractRecord>> {
  if (!may(viewer, "see-contract") || !may(viewer, "see-purchase-prices"))
    throw new Error(`the list of contracts is not for the role ${viewer.role}`);
  const { id, customer, system } = request;
  if ([id, customer, system].some((each) => each !== undefined && !isId(each))) return { items: [], next: null };
  const resellerId = viewer.resellerId ?? "";
  const filter = {
    ...(id === undefined ? {} : { contractId: id }),
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(system === undefined ? {} : { systemId: system }),
  };
  return withTenant(viewer, async (tx) => {
    const found = (await contractIds(tx, viewer, filter, pageOf(request))).map((each) => ({ id: each }));
    const page = pageFrom(found, request);
    const ids = page.rows.map((row) => row.id);
    const rows = ids.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds: ids });
    const facts = new Map((await contractFacts(tx, resellerId, rows, today)).map((each) => [each.id, each]));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const positions = Map.groupBy(await positionsOfContracts(tx, resellerId, ids), (each) => each.contractId);
    const terms = Map.groupBy(await termsOfContracts(tx, resellerId, ids), (each) => each.contractId);
    const items = ids.flatMap((each): ContractRecord[] => {
      const row = byId.get(each);
      const about = facts.get(each);
      if (row === undefined || about === undefined) return [];
      return [
        {
          id: row.id,
          customerId: row.customerId,
          systemId: row.systemId,
          vendor: row.vendor,
          sku: row.sku,
          policy: row.policyId,
          termMonths: row.termMonths,
          rule: row.ownRule,
          land: row.land,
          startsOn: row.startsOn,
          billingParty: row.billingParty,
          billingInterval: row.billingInterval,
          amountCents: row.amountCents,
          mainContractId: row.mainContractId,
          version: row.version,
          notice:
            about.notice === null
              ? null
              : {
                  receivedOn: about.notice.receivedOn,
                  endsOn: about.notice.endsOn,
                  confirmed: about.notice.confirmed,
                },
          positions: (positions.get(each) ?? []).map(({ contractId: _, ...position }) => position),
          terms: (terms.get(each) ?? []).map(({ contractId: _, ...term }) => term),
          ...datesOf(about, today),
          ...reasonsOf(about, row.ownRule, today),
        },
      ];
    });
    return { items, next: page.next };
  });
}

function reasonsOf(facts: ContractFacts, ownRule: OwnRuleView | null, today: Day) {
  const nothing = { assumptions: [], derivation: [] };
  if (facts.policy === null || facts.policy.kind === "lapses") return nothing;
  const ownRuleSource = ownRule === null ? null : { document: ownRule.source, clause: ownRule.clause };
  const question = { ...questionOf({ ...facts, policy: facts.policy }, today), ownRuleSource };
  const answer = termsOf({
    ...question,
    noticeReceivedOn: endByNotice(facts) === null ? null : (facts.notice?.receivedOn ?? null),
  });
  if (isRefusal(answer)) return nothing;
  return { assumptions: answer.assumptions, derivation: answer.derivation };
}
