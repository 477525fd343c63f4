import type { Day } from "./dates";
import { isLand, LAENDER } from "./holidays";
import type { Cents } from "./money";
import { type Refusal, type Refusals, refusalsOf, refuse } from "./refusal";

/** What can be recorded wrongly about a contract, and be corrected. Days ISO, amounts whole cents per interval, null is unknown or none. */
export interface ContractParticulars {
  readonly startsOn: Day;
  /** The end of the last term that was agreed; only of what lapses by itself. */
  readonly endsOn: Day | null;
  readonly billingInterval: "month" | "quarter" | "year";
  readonly billingParty: "vendor" | "reseller";
  readonly amountCents: Cents | null;
  /** ISO 3166-2 (`DE-BY`): whose holidays count for Werktage. */
  readonly land: string | null;
}

/** What stands in the way of a correction: what follows from the contract as it is, and what the vendor's terms say. */
export interface AroundContract {
  readonly lapses: boolean;
  readonly brokered: boolean;
  /** Null while no notice is in force. */
  readonly notice: { readonly receivedOn: Day; readonly endsOn: Day } | null;
  /** The earliest last day of the contract's positions; null where all run on. */
  readonly firstPositionEndOn: Day | null;
}

/**
 * Everything that is wrong with a correction, or null; `set` is what it changes, `whole` the contract with it. Refused: another start after
 * a notice, whose end follows from it (`correction-after-notice`), a start after the end (`correction-start-after-end`) or after a position's end
 * (`correction-start-after-position`), an end of what does not lapse (`correction-end-by-rule`), a Land that is none (`land-unknown`), a
 * billing party that the vendor's terms forbid (`capture-resale-forbidden`).
 */
export function faultsOfCorrection(
  set: Partial<ContractParticulars>,
  whole: ContractParticulars,
  around: AroundContract,
): Refusals | null {
  return refusalsOf([
    ...startFaults(set, whole, around),
    set.endsOn === undefined || around.lapses ? null : refuse("correction-end-by-rule", {}, "endsOn"),
    set.endsOn === null && around.lapses ? refuse("field-missing", {}, "endsOn") : null,
    set.land == null || isLand(set.land) ? null : refuse("land-unknown", { choices: LAENDER.join(", ") }, "land"),
    set.billingParty === "reseller" && around.brokered ? refuse("capture-resale-forbidden", {}, "billingParty") : null,
  ]);
}

function startFaults(
  { startsOn, endsOn }: Partial<ContractParticulars>,
  whole: ContractParticulars,
  { notice, firstPositionEndOn }: AroundContract,
): (Refusal | null)[] {
  const faults: (Refusal | null)[] = [];
  if (startsOn !== undefined || endsOn !== undefined)
    faults.push(
      whole.endsOn !== null && whole.startsOn > whole.endsOn
        ? refuse(
            "correction-start-after-end",
            { startsOn: whole.startsOn, endsOn: whole.endsOn },
            startsOn === undefined ? "endsOn" : "startsOn",
          )
        : null,
    );
  if (startsOn === undefined) return faults;
  if (notice !== null)
    faults.push(
      refuse("correction-after-notice", { receivedOn: notice.receivedOn, endsOn: notice.endsOn }, "startsOn"),
    );
  if (firstPositionEndOn !== null && firstPositionEndOn < startsOn)
    faults.push(refuse("correction-start-after-position", { endsOn: firstPositionEndOn }, "startsOn"));
  return faults;
}
