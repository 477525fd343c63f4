import { positionsOf } from "@/db/queries/contracts";
import { type WholeTerm, wholeTerms } from "@/db/queries/corrections";
import type { Tx } from "@/db/tenant";
import type { AroundContract, ContractParticulars } from "@/lib/domain/contract-correction";
import { type Day, dayAfter, daysBetween } from "@/lib/domain/dates";
import type { Viewer } from "@/lib/domain/viewer";
import { editionInForce } from "@/lib/price-lists/index";
import { type ContractAtHand, contractAtHand } from "./contract-at-hand";

/** A contract as it is recorded, for whoever corrects it. */
export interface ParticularsAtHand {
  readonly contract: ContractAtHand;
  readonly terms: readonly WholeTerm[];
  readonly before: ContractParticulars;
  readonly around: AroundContract;
}

/** Null as in `contractAtHand`. */
export async function particularsAtHand(
  tx: Tx,
  viewer: Viewer,
  contractId: string,
  today: Day,
): Promise<ParticularsAtHand | null> {
  const contract = await contractAtHand(tx, viewer, contractId, today);
  if (contract === null) return null;
  const resellerId = viewer.resellerId ?? "";
  const { row, facts } = contract;
  const terms = await wholeTerms(tx, resellerId, row.id);
  const lapses = facts.policy?.kind === "lapses";
  const ends = (await positionsOf(tx, resellerId, row.id)).flatMap(({ toOn }) => toOn ?? []);
  const { startsOn, billingInterval, billingParty, amountCents, land } = row;
  return {
    contract,
    terms,
    before: {
      startsOn,
      endsOn: lapses ? (terms.at(-1)?.endsOn ?? null) : null,
      billingInterval,
      billingParty,
      amountCents,
      land,
    },
    around: {
      lapses,
      brokered: editionInForce(row.vendor, today)?.list.resale === "brokered",
      notice: facts.notice,
      firstPositionEndOn: ends.toSorted()[0] ?? null,
    },
  };
}

/** The terms that a correction replaces: the first with another start, the last with another end; each with what stands in its place. */
export function correctedTerms(
  terms: readonly WholeTerm[],
  before: ContractParticulars,
  { startsOn, endsOn }: ContractParticulars,
): { readonly was: WholeTerm; readonly is: Pick<WholeTerm, "startsOn" | "endsOn" | "months"> }[] {
  return terms.flatMap((was, index) => {
    const is = {
      startsOn: index === 0 && was.startsOn === before.startsOn ? startsOn : was.startsOn,
      endsOn: index === terms.length - 1 && endsOn !== null ? endsOn : was.endsOn,
    };
    if (is.startsOn === was.startsOn && is.endsOn === was.endsOn) return [];
    return [{ was, is: { ...is, months: monthsOf(was, is) } }];
  });
}

/** Years that were bought stay bought; where the paper names no length, it is that between the days. */
function monthsOf(was: WholeTerm, { startsOn, endsOn }: Pick<WholeTerm, "startsOn" | "endsOn">): number | null {
  if (was.percentPerYear !== null || endsOn === null) return was.months;
  return Math.max(1, Math.round((daysBetween(startsOn, dayAfter(endsOn, 1)) * 12) / 365.25));
}
