import { type BookedRow, bookedRows } from "@/db/queries/booked";
import { type ContractRow, contractRows } from "@/db/queries/contracts";
import { noticeRows } from "@/db/queries/notices";
import type { Tx } from "@/db/tenant";
import { endByNotice } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import { noticeInForce } from "./facts";

/** What runs on one system today by its contracts. */
export interface Booking {
  readonly positions: readonly BookedRow[];
  /** Contracts that run and of which nobody recorded what they book: their articles. */
  readonly unrecorded: readonly string[];
  /** The first day of each position that is booked already and has not begun. */
  readonly comingOn: readonly Day[];
  /** The end of each running contract that has been given notice. */
  readonly endsOn: readonly Day[];
}

/**
 * Bookings of systems by their ids, as they run on a day: begun, and not ended by notice or by a day of their own. `seesPeople` false: for a
 * customer's people, to whom the database does not say who recorded a notice.
 */
export async function bookingsOn(
  tx: Tx,
  resellerId: string,
  systemIds: readonly string[],
  today: Day,
  seesPeople = true,
): Promise<ReadonlyMap<string, Booking>> {
  if (systemIds.length === 0) return new Map();
  const contracts = await contractRows(tx, resellerId, { systemIds });
  const noticed = new Set([...contracts.map((row) => row.id), ...contracts.flatMap((row) => row.mainContractId ?? [])]);
  const notices = Map.groupBy(await noticeRows(tx, resellerId, [...noticed], seesPeople), (row) => row.contractId);
  const positions = Map.groupBy(await bookedRows(tx, resellerId, systemIds), (row) => row.contractId);
  const noticeOf = (contractId: string | null) =>
    contractId === null ? null : noticeInForce(notices.get(contractId) ?? []);
  const endOf = (contract: ContractRow) =>
    endByNotice({ notice: noticeOf(contract.id), mainEndsOn: noticeOf(contract.mainContractId)?.endsOn ?? null });
  const bySystem = Map.groupBy(contracts, (row) => row.systemId);
  return new Map(
    systemIds.map((systemId) => {
      const standing = (bySystem.get(systemId) ?? []).flatMap((contract) => {
        const endsOn = endOf(contract);
        return endsOn !== null && endsOn < today
          ? []
          : [{ contract, endsOn, booked: positions.get(contract.id) ?? [] }];
      });
      const running = standing.filter(({ contract }) => contract.startsOn <= today);
      return [
        systemId,
        {
          positions: running.flatMap(({ booked }) =>
            booked.filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today)),
          ),
          unrecorded: running.flatMap(({ contract, booked }) => (booked.length === 0 ? [contract.sku] : [])),
          comingOn: standing.flatMap(({ booked }) => booked.flatMap(({ fromOn }) => (fromOn > today ? [fromOn] : []))),
          endsOn: running.flatMap(({ endsOn }) => endsOn ?? []),
        },
      ];
    }),
  );
}
