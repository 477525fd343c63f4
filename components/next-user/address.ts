import { type AddressParams, paramOf } from "@/components/decide/queue-address";

/** As many users as are priced at once. */
export const MOST_USERS = 1_000;

export const PATH = "/naechster-nutzer";

/** What a field of one system is called in the address: the field's name and the end of the system's id, which is its random part. */
export function fieldOf(systemId: string, name: string): string {
  return `${name}-${systemId.slice(-12)}`;
}

/** What the address says of a system's field. */
export function saidIn(params: AddressParams, systemId: string, name: string): string | undefined {
  return paramOf(params, fieldOf(systemId, name));
}

/** The number of users as it was typed: 1 where nothing was, null where it is none that can be priced. */
export function usersIn(params: AddressParams): number | null {
  const text = paramOf(params, "nutzer");
  if (text === undefined) return 1;
  if (!/^\d{1,4}$/.test(text)) return null;
  const users = Number(text);
  return users >= 1 && users <= MOST_USERS ? users : null;
}

/** The page for a customer; with the systems named ticked. */
export function nextUserHref(customerId: string, systemIds: readonly string[] = []): string {
  const search = new URLSearchParams({ kunde: customerId });
  for (const id of systemIds) search.set(fieldOf(id, "anlage"), "ja");
  return `${PATH}?${search}`;
}

/** The same address for another number of users. */
export function withUsers(params: AddressParams, users: number): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(params)) {
    const value = paramOf(params, name);
    if (value !== undefined && name !== "nutzer") search.set(name, value);
  }
  search.set("nutzer", String(users));
  return `${PATH}?${search}#ergebnis`;
}
