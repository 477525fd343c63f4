import type { Reason } from "@/lib/domain/reason";
import type { Locale, Wording, Words } from "./wording";
import { wordsCalc } from "./words-calc";
import { wordsPeople } from "./words-people";
import { wordsPrerequisites } from "./words-prerequisites";
import { wordsPricing } from "./words-pricing";
import { wordsRequests } from "./words-requests";
import { wordsTerms } from "./words-terms";

const words = merged([wordsCalc, wordsPeople, wordsPrerequisites, wordsPricing, wordsRequests, wordsTerms]);

/** The sentence for a reason or a refusal. A code without wording is a bug; a test holds every code of the domain against this table. */
export function sentence(reason: { readonly code: string; readonly params: Reason["params"] }, locale: Locale): string {
  const wording = words[reason.code];
  if (wording === undefined) throw new Error(`no wording for ${reason.code}`);
  return wording[locale](reason.params);
}

/** Whether a code has its wording; for the test that holds the tables complete. */
export function hasWording(code: string): boolean {
  return Object.hasOwn(words, code);
}

/** One table of all; a code that two rooms word is a bug, since one of them would silently lose. */
function merged(tables: readonly Words[]): Readonly<Record<string, Wording>> {
  const all: Record<string, Wording> = {};
  for (const [code, wording] of tables.flatMap(Object.entries<Wording>)) {
    if (Object.hasOwn(all, code)) throw new Error(`two wordings for ${code}`);
    all[code] = wording;
  }
  return all;
}
