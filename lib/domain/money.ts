import { type Refusal, refuse } from "./refusal";

/**
 * Whole euro cents, net, as a safe integer. Products of what a user may ask for leave the safe integers, so sums and shares are reckoned
 * exactly (`bigint`) and come back through `toCents`, which refuses what no longer fits instead of rounding it.
 */
export type Cents = number;

/** 10^12 cents: the largest amount that a request may hold. */
export const MAX_INPUT_CENTS: Cents = 1_000_000_000_000;
/** 2^53 - 1 cents: the largest amount that an answer may hold. */
export const MAX_CENTS: Cents = Number.MAX_SAFE_INTEGER;

/** One whole amount. A refusal (`amount-too-large`) where it lies beyond 2^53 - 1 in either direction. */
export function toCents(exact: bigint): Cents | Refusal {
  if (exact > BigInt(MAX_CENTS) || exact < -BigInt(MAX_CENTS)) return refuse("amount-too-large");
  return Number(exact);
}

/** `unitCents` times a whole `quantity`, exact. Both safe integers. */
export function times(unitCents: Cents, quantity: number): Cents | Refusal {
  const product = unitCents * quantity;
  return Number.isSafeInteger(product) ? product : toCents(BigInt(unitCents) * BigInt(quantity));
}

/** The sum of whole amounts, exact whatever its parts. */
export function sum(amounts: Iterable<Cents>): Cents | Refusal {
  let total = 0n;
  let run = 0;
  for (const cents of amounts) {
    const next = run + cents;
    if (Number.isSafeInteger(next)) run = next;
    else {
      total += BigInt(run);
      run = cents;
    }
  }
  return toCents(total + BigInt(run));
}

/**
 * `numerator / denominator` of an exact amount, rounded once, half a cent up: percent of a sum is `share(sum, 20, 100)`, a percentage for
 * part of a year `share(sum, percent * months, 1200)`. Sum first, then the share (Up2Date, "Rounding"). `denominator` is positive.
 */
export function share(amount: bigint | Cents, numerator: number, denominator: number): bigint {
  const below = BigInt(denominator) * 2n;
  const above = BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator);
  const quotient = above / below;
  return above % below < 0n ? quotient - 1n : quotient;
}
