/** The address of the customers' list with its search. */
export function customersHref(address: {
  readonly suche?: string;
  readonly zustaendig?: string;
  readonly nach?: string;
}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) search.set(name, value);
  const text = search.toString();
  return text === "" ? "/kunden" : `/kunden?${text}`;
}
