import { decisionById } from "@/db/queries/decisions";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { staffNames } from "./shared/people";
import type { DecisionItem } from "./shared/views";

/** One row of the queue in whatever state: what was just decided, or a row that somebody linked to. Null where the viewer has none such. */
export async function showDecision(viewer: Viewer, decisionId: string): Promise<DecisionItem | null> {
  if (!may(viewer, "see-queue")) throw new Error(`the queue is not for the role ${viewer.role}`);
  if (!isId(decisionId)) return null;
  const people = await staffNames(viewer);
  const row = await withTenant(viewer, (tx) => decisionById(tx, viewer, decisionId));
  return row === null ? null : decisionItem(row, viewer, people);
}
