/** What Bestand knows of a row: licences that were bought, and contracts by what is booked in them. */
export const stockKinds = ["licence", "contract"] as const;
export type StockKind = (typeof stockKinds)[number];

/**
 * How a row stands. `held`: a licence. A contract is `not-started`; `running`, bound until the end of a term; `rolling`, past its minimum and
 * able to end every month; `rule-unknown`; `noticed`, ends by a notice, its own or its main contract's; or `lapsed`. A contract that has ended
 * is no stock.
 */
export const stockStates = ["held", "running", "rolling", "rule-unknown", "not-started", "noticed", "lapsed"] as const;
export type StockState = (typeof stockStates)[number];

/** The states that rows of a kind can be in. */
export function statesOfKind(kind: StockKind): readonly StockState[] {
  return stockStates.filter((state) => (state === "held") === (kind === "licence"));
}

export const stockSortKeys = ["customer", "article", "vendor", "quantity", "sendBy", "termEnd", "amount"] as const;
export type StockSortKey = (typeof stockSortKeys)[number];

/** What is unknown or does not apply stands at the end, whichever way round. */
export interface StockSort {
  readonly key: StockSortKey;
  readonly descending: boolean;
}

/** All columns in their order; the article always shows, since it is the way to what the row is about. */
export const stockColumns = [
  "article",
  "sku",
  "kind",
  "customer",
  "system",
  "vendor",
  "quantity",
  "state",
  "sendBy",
  "noticeDue",
  "cancellableTo",
  "termEnd",
  "endsOn",
  "amount",
  "paid",
  "since",
  "billing",
  "clerk",
] as const;
export type StockColumn = (typeof stockColumns)[number];

/** The columns that can be sorted by, with their key. */
export const sortKeyOf: Readonly<Partial<Record<StockColumn, StockSortKey>>> = {
  article: "article",
  customer: "customer",
  vendor: "vendor",
  quantity: "quantity",
  sendBy: "sendBy",
  termEnd: "termEnd",
  amount: "amount",
};

/**
 * A text as a search compares it: lower case, without accents, and with ä, ae and a the same (as ö, oe, o and ü, ue, u), so that Müller is
 * found as Mueller and as Muller. What begins a text also begins its folded form.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replaceAll("ue", "u");
}

const WORD_AT_MOST = 40;

/** The words of texts, folded, each once and in order: runs of letters and digits, so that 3310.0030 is two. */
export function wordsOf(...texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => foldText(text).split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => word !== "").map((word) => word.slice(0, WORD_AT_MOST)))].sort();
}

const SEARCH_AT_MOST = 100;
const WORDS_AT_MOST = 6;

/** What somebody looks for: every word must begin a word of the row. A word that begins another is asked for anyway. */
export function searchWordsOf(text: string): string[] {
  const words = wordsOf(text.slice(0, SEARCH_AT_MOST)).filter(
    (word, at, all) => !all.some((other, index) => index !== at && other.startsWith(word)),
  );
  return words.slice(0, WORDS_AT_MOST);
}

/** Whether each of the words looked for (`searchWordsOf`) begins a word of the texts. */
export function hasWords(sought: readonly string[], ...texts: readonly string[]): boolean {
  const words = wordsOf(...texts);
  return sought.every((word) => words.some((each) => each.startsWith(word)));
}
