import type { Reason } from "@/lib/domain/reason";
import type { Locale, Wording, Words } from "./wording";
import { wordsAdditions } from "./words-additions";
import { wordsCalc } from "./words-calc";
import { wordsCapture } from "./words-capture";
import { wordsDecisions } from "./words-decisions";
import { wordsImportFiles } from "./words-import-files";
import { wordsImportRows } from "./words-import-rows";
import { wordsImports } from "./words-imports";
import { wordsKeys } from "./words-keys";
import { wordsNextUser } from "./words-next-user";
import { wordsPeople } from "./words-people";
import { wordsPrerequisites } from "./words-prerequisites";
import { wordsPriceRows } from "./words-price-rows";
import { wordsPricing } from "./words-pricing";
import { wordsRequests } from "./words-requests";
import { wordsStock } from "./words-stock";
import { wordsStockViews } from "./words-stock-views";
import { wordsSystems } from "./words-systems";
import { wordsTerms } from "./words-terms";

/** Each room's table; a test holds that no code stands in two of them, since one wording would silently lose. */
export const tables: readonly Words[] = [
  wordsAdditions,
  wordsCalc,
  wordsCapture,
  wordsDecisions,
  wordsKeys,
  wordsImportFiles,
  wordsImportRows,
  wordsImports,
  wordsNextUser,
  wordsPeople,
  wordsPrerequisites,
  wordsPriceRows,
  wordsPricing,
  wordsRequests,
  wordsStock,
  wordsStockViews,
  wordsSystems,
  wordsTerms,
];

const words: Readonly<Record<string, Wording>> = Object.assign({}, ...tables);

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
