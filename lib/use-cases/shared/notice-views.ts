import type { NoticeRow } from "@/db/queries/notices";
import type { ContractFacts } from "@/lib/domain/contract-facts";
import { nameOf, type StaffName } from "./people";
import type { NoticeView } from "./views";

/** Each notice with its confirmation and its withdrawal, oldest first. */
export function noticeViews(
  rows: readonly NoticeRow[],
  facts: Pick<ContractFacts, "notice">,
  people: readonly StaffName[],
): NoticeView[] {
  return rows.flatMap((row) => {
    if (row.kind !== "notice" || row.endsOn === null) return [];
    const followed = (kind: "confirmation" | "withdrawal") =>
      rows.find((each) => each.kind === kind && each.noticeId === row.id)?.receivedOn ?? null;
    return [
      {
        id: row.id,
        receivedOn: row.receivedOn,
        channel: row.channel,
        endsOn: row.endsOn,
        note: row.note,
        byName: nameOf(people, row.recordedBy),
        recordedAt: row.recordedAt.toISOString(),
        confirmedOn: followed("confirmation"),
        withdrawnOn: followed("withdrawal"),
        inForce: facts.notice?.id === row.id,
      },
    ];
  });
}
