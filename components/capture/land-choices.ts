import type { Choice } from "@/components/ui/field";
import { LAENDER } from "@/lib/domain/holidays";
import { landNames } from "@/lib/format/words-holidays";

/** All Länder, after the word for none. */
export function landChoices(none: string): Choice[] {
  return [{ value: "", label: none }, ...LAENDER.map((land) => ({ value: land, label: landNames[land] }))];
}
