import type { Cents } from "./money";
import { share } from "./money";

/** The general rate (section 12 (1) of the German VAT Act). */
export const VAT_PERCENT = 19;

/** A net amount in millionths of a euro with VAT on top, in whole cents, half a cent up. 840,336 is 1.00 EUR. */
export function grossCents(netMicroEuros: number): Cents {
  return Number(share(netMicroEuros, 100 + VAT_PERCENT, 100 * 10_000));
}
