import { type StockAddress, stockSearch } from "./stock-address";

/** What a form does not ask for stays as the address has it. */
export function KeptInForm({
  address,
  of,
  but = [],
}: {
  address: StockAddress;
  of?: readonly string[];
  but?: readonly string[];
}) {
  const words = [...new URLSearchParams(stockSearch(address))];
  return words
    .filter(([name]) => (of === undefined || of.includes(name)) && !but.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
