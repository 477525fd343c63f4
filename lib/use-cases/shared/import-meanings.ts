import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { OwnPrices } from "@/lib/domain/pricing-request";
import type { ReadRow } from "@/lib/import-export/read-row";
import { vendors } from "@/lib/price-lists/index";
import { vendorNamed } from "./import-articles";
import type { ExistingEstate } from "./import-existing";
import { meaningOf } from "./import-meaning";
import type { MeantRow, RejectedRow, RowOwner } from "./import-rows";

/**
 * What all rows of a file mean. The users of a system, by which tiers go, may stand in any of its rows; where the file is silent, what is
 * there holds. `pause` is awaited every few hundred rows.
 */
export async function meaningsOf(
  rows: readonly ReadRow[],
  existing: ExistingEstate,
  today: Day,
  ownPrices: (list: PriceList, day: Day) => OwnPrices | undefined,
  pause: (done: number) => Promise<void> = async () => {},
): Promise<(MeantRow | RejectedRow)[]> {
  const users = usersOf(rows, existing);
  const context = { today, ownPrices, installedUsers: (owner: RowOwner) => users.get(keyOf(owner)) ?? null };
  const meant: (MeantRow | RejectedRow)[] = [];
  for (const row of rows) {
    meant.push(meaningOf(row, context));
    if (meant.length % 500 === 0) await pause(meant.length);
  }
  return meant;
}

function usersOf(rows: readonly ReadRow[], existing: ExistingEstate): ReadonlyMap<string, number> {
  const full = new Map<string, number>();
  const light = new Map<string, number>();
  const first = (map: Map<string, number>, key: string, value: number | null | undefined) => {
    if (value !== null && value !== undefined && !map.has(key)) map.set(key, value);
  };
  for (const { values } of rows) {
    const { customer_number: customerNumber, vendor: written, system } = values;
    const vendor = written === undefined ? undefined : vendorNamed(written);
    if (customerNumber === undefined || vendor === undefined) continue;
    const product = vendors.find(({ id }) => id === vendor)?.productName ?? vendor;
    const key = keyOf({ customerNumber, vendor, systemName: system ?? product });
    first(full, key, values.installed_users);
    first(light, key, values.installed_light_users);
  }
  const numbers = new Map(existing.customers.map(({ id, number }) => [id, number]));
  for (const { customerId, vendor, name, installedUsers, installedLightUsers } of existing.systems) {
    const key = keyOf({ customerNumber: numbers.get(customerId) ?? "", vendor, systemName: name });
    first(full, key, installedUsers);
    first(light, key, installedLightUsers);
  }
  return new Map([...full].map(([key, count]) => [key, count + (light.get(key) ?? 0)]));
}

const keyOf = ({ customerNumber, vendor, systemName }: RowOwner) => `${customerNumber}\n${vendor}\n${systemName}`;
