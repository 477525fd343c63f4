import { type AddressParams, paramOf } from "@/components/decide/queue-address";
import { type SavingKind, savingKinds } from "@/lib/domain/savings";

/** What the address of the page says; the words are German in both languages. */
export interface SavingsAddress {
  readonly art?: SavingKind | undefined;
  readonly anbieter?: string | undefined;
  /** A customer's id, or what somebody typed to find one. */
  readonly kunde?: string | undefined;
  readonly zustaendig?: string | undefined;
  /** Cursor of a further page. */
  readonly nach?: string | undefined;
}

export function savingsAddressOf(params: AddressParams): SavingsAddress {
  const kind = paramOf(params, "art");
  return {
    art: savingKinds.find((each) => each === kind),
    anbieter: paramOf(params, "anbieter"),
    kunde: paramOf(params, "kunde"),
    zustaendig: paramOf(params, "zustaendig"),
    nach: paramOf(params, "nach"),
  };
}

/** The page's address with its filter, and what stands open. */
export function savingsHref(address: SavingsAddress = {}, open?: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, offen: open })) if (value) search.set(name, value);
  const text = search.toString();
  return `/sparpotenzial${text === "" ? "" : `?${text}`}`;
}

/** The address of what is listed, all of it, as a file. */
export function savingsExportHref(address: SavingsAddress, form: "excel" | "csv"): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, nach: undefined, form })) if (value) search.set(name, value);
  return `/sparpotenzial/export?${search}`;
}

export function isFiltered({ art, anbieter, kunde, zustaendig }: SavingsAddress): boolean {
  return [art, anbieter, kunde, zustaendig].some((each) => each !== undefined);
}
