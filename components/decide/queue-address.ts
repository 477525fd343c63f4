import { type DecisionKind, decisionKinds } from "@/lib/domain/decisions";

/** What the address of the queue says; the words are German in both languages. */
export interface QueueAddress {
  readonly anbieter?: string;
  /** A customer's id, or what somebody typed to find one. */
  readonly kunde?: string;
  readonly art?: DecisionKind;
  readonly zustaendig?: string;
  /** Cursor of a further page. */
  readonly nach?: string;
}

export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a parameter, without the spaces round it; undefined where it is empty. */
export function paramOf(params: AddressParams, name: string): string | undefined {
  const value = [params[name]].flat()[0]?.trim();
  return value === "" ? undefined : value;
}

export function queueAddressOf(params: AddressParams): QueueAddress {
  const kind = paramOf(params, "art");
  return {
    anbieter: paramOf(params, "anbieter"),
    kunde: paramOf(params, "kunde"),
    art: decisionKinds.find((each) => each === kind),
    zustaendig: paramOf(params, "zustaendig"),
    nach: paramOf(params, "nach"),
  };
}

/** The address of the queue with its filter, and what is open or has just been done. */
export function queueHref(
  address: QueueAddress,
  more: { readonly offen?: string; readonly erledigt?: string; readonly hash?: string } = {},
): string {
  const { hash, ...state } = more;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address, ...state })) if (value) search.set(name, value);
  const text = search.toString();
  return `/entscheiden${text === "" ? "" : `?${text}`}${hash ? `#${hash}` : ""}`;
}

export function isFiltered({ anbieter, kunde, art, zustaendig }: QueueAddress): boolean {
  return [anbieter, kunde, art, zustaendig].some((each) => each !== undefined);
}
