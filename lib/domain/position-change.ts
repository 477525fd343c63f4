import type { Day } from "./dates";
import { type Refusal, type Refusals, refusalsOf, refuse } from "./refusal";

/** `changed`: another quantity from a day on; `corrected`: the quantity had been recorded wrongly. */
export type PositionChangeHow = "changed" | "corrected";

/** Another quantity of what a contract books. */
export interface WantedQuantity {
  readonly how: PositionChangeHow;
  /** The first day of the new quantity; without meaning for a correction. */
  readonly fromOn: Day | null;
  readonly quantity: number;
  /** Only of what is priced by users; absent: as before. */
  readonly users?: number;
}

const MOST = 1_000_000;

/** What stands in the way of another quantity. */
export interface AroundPosition {
  /** The position's first day. */
  readonly fromOn: Day;
  /** The contract's last day by notice; null while it runs on. */
  readonly endsOn: Day | null;
  /** Runs out by itself and has no quantity that changes, as maintenance. */
  readonly lapses: boolean;
}

/**
 * Everything that is wrong with another quantity, or null. Refused: no whole number from 1 on (`field-too-small`, `field-too-large`,
 * `field-wrong-type`), a first day on which the present quantity had not begun to hold, or only began (`position-change-too-early`), a day to come
 * (`position-change-in-future`: the contract has one amount, that of today), a day after the contract's end (`position-change-after-end`), a
 * contract that lapses (`position-change-lapsing`). A correction holds from the beginning and has no first day of its own.
 */
export function faultsOfPositionChange(
  { how, fromOn, quantity, users }: WantedQuantity,
  around: AroundPosition,
  today: Day,
): Refusals | null {
  if (around.lapses) return refusalsOf([refuse("position-change-lapsing")]);
  return refusalsOf([
    faultOfCount(quantity, "quantity"),
    users === undefined ? null : faultOfCount(users, "users"),
    ...(how === "corrected" ? [] : faultsOfDay(fromOn, around, today)),
  ]);
}

function faultOfCount(count: number, path: string): Refusal | null {
  if (!Number.isInteger(count)) return refuse("field-wrong-type", { expected: "int" }, path);
  if (count < 1) return refuse("field-too-small", { minimum: 1 }, path);
  return count > MOST ? refuse("field-too-large", { maximum: MOST }, path) : null;
}

function faultsOfDay(fromOn: Day | null, { fromOn: since, endsOn }: AroundPosition, today: Day): (Refusal | null)[] {
  if (fromOn === null) return [refuse("field-missing", {}, "fromOn")];
  return [
    fromOn <= since ? refuse("position-change-too-early", { fromOn: since }, "fromOn") : null,
    fromOn > today ? refuse("position-change-in-future", { fromOn }, "fromOn") : null,
    endsOn !== null && fromOn > endsOn ? refuse("position-change-after-end", { endsOn }, "fromOn") : null,
  ];
}
