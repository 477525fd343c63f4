import type { StockAddress } from "@/components/stock/stock-address";
import type { StockRequest } from "@/lib/use-cases/list-stock";

/** What an address asks for, once it is settled which customer it means. */
export function requestOf(address: StockAddress, customerId: string | undefined): StockRequest {
  const { search, kind, state, vendor, clerk, sort } = address;
  return { search, kind, state, vendor, customerId, clerkId: clerk, sort };
}
