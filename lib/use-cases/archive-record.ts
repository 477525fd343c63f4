import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ArchiveInput, moveToOrFromArchive } from "./shared/archive";

/**
 * Puts a customer, a system or a contract away: it leaves the queue, Bestand and every list, and can come back. A system takes its contracts
 * along. Refused: what is archived already (`archive-already`).
 */
export async function archiveRecord(
  viewer: Viewer,
  input: ArchiveInput,
  today: Day,
  now: Date,
): Promise<{ readonly customerId: string } | "not-found" | Refusal> {
  return moveToOrFromArchive(
    viewer,
    input,
    "archived",
    ({ archivedAt, withOwner }) => (archivedAt !== null || withOwner ? refuse("archive-already") : null),
    today,
    now,
  );
}
