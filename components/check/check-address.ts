import { type AddressParams, paramOf } from "@/components/decide/queue-address";

/** One article of a wish, or one that would go, as the address says it: `amount` null where its text is no whole number from 1 to 1,000,000. */
export interface AddressRow {
  readonly key: string;
  readonly text: string;
  readonly amount: number | null;
}

/** What the address of Prüfen says; its words are German in both languages. */
export interface CheckAddress {
  readonly anlage?: string;
  readonly suche?: string;
  /** The users who would be installed, as typed. */
  readonly benutzer?: string;
  /** Up to three wishes, the first always there. */
  readonly wishes: readonly (readonly AddressRow[])[];
  readonly removal: readonly AddressRow[];
}

export const MOST_WISHES = 3;
export const MOST_ROWS = 12;
const LARGEST = 1_000_000;

export function checkAddressOf(params: AddressParams): CheckAddress {
  const wishes = Array.from({ length: MOST_WISHES }, (_, wish) => rowsOf(params, `wunsch${wish + 1}`));
  const last = wishes.findLastIndex((rows) => rows.length > 0);
  return {
    anlage: paramOf(params, "anlage"),
    suche: paramOf(params, "suche")?.slice(0, 100),
    benutzer: paramOf(params, "benutzer"),
    wishes: wishes.slice(0, Math.max(1, last + 1)),
    removal: rowsOf(params, "weg"),
  };
}

function rowsOf(params: AddressParams, stem: string): AddressRow[] {
  return Array.from({ length: MOST_ROWS }, (_, index) => index + 1).flatMap((number) => {
    const key = paramOf(params, rowName(stem, number));
    const text = paramOf(params, amountName(stem, number)) ?? "1";
    return key === undefined ? [] : [{ key, text, amount: wholeNumber(text) }];
  });
}

export const rowName = (stem: string, number: number) => `${stem}-${number}`;
export const amountName = (stem: string, number: number) => `${stem}-${number}-menge`;

/** A whole number from 1 to 1,000,000, with points between the thousands or without; null for anything else. */
export function wholeNumber(text: string): number | null {
  const digits = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= LARGEST ? value : null;
}

/** The fields of an address, in their order. */
export function fieldsOf({ anlage, suche, benutzer, wishes, removal }: CheckAddress): (readonly [string, string])[] {
  const rows = (stem: string, all: readonly AddressRow[]) =>
    all.flatMap(({ key, text }, index): [string, string][] => [
      [rowName(stem, index + 1), key],
      ...(text === "1" ? [] : [[amountName(stem, index + 1), text] as [string, string]]),
    ]);
  return [
    ...Object.entries({ anlage, suche, benutzer }).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
    ...wishes.flatMap((wish, index) => rows(`wunsch${index + 1}`, wish)),
    ...rows("weg", removal),
  ];
}

export function checkHref(address: Partial<CheckAddress>, hash?: string): string {
  const text = new URLSearchParams(
    fieldsOf({ wishes: [], removal: [], ...address }).map(([name, value]) => [name, value]),
  ).toString();
  return `/pruefen${text === "" ? "" : `?${text}`}${hash === undefined ? "" : `#${hash}`}`;
}

/** The address with one wish in another's place, or without it. */
export function withWish(address: CheckAddress, wish: number, rows: readonly AddressRow[] | null): CheckAddress {
  const wishes = rows === null ? address.wishes.toSpliced(wish, 1) : address.wishes.toSpliced(wish, 1, rows);
  return { ...address, wishes: wishes.length === 0 ? [[]] : wishes };
}
