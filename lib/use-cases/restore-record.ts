import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ArchiveInput, moveToOrFromArchive } from "./shared/archive";

/**
 * Takes a customer, a system or a contract out of the archive, with what went into it together. Refused: what is not archived
 * (`archive-not-there`), and what belongs to something that is archived itself (`archive-owner-first`).
 */
export async function restoreRecord(
  viewer: Viewer,
  input: ArchiveInput,
  today: Day,
  now: Date,
): Promise<{ readonly customerId: string } | "not-found" | Refusal> {
  return moveToOrFromArchive(
    viewer,
    input,
    "restored",
    ({ archivedAt, withOwner }) =>
      withOwner ? refuse("archive-owner-first") : archivedAt === null ? refuse("archive-not-there") : null,
    today,
    now,
  );
}
