import { auditHistory } from "@/db/queries/audit";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { setFigures } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import { type AuditValues, differences as auditDifferences } from "@/lib/domain/audit";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import {
  differencesBetween,
  type FigureChange,
  type FigureDifference,
  faultOfChange,
  type SystemFigures,
  withChange,
} from "@/lib/domain/system-figures";
import { may, type Viewer } from "@/lib/domain/viewer";
import { deriveSystem } from "./shared/derive";
import { recordChange } from "./shared/record-change";
import { systemAtHand } from "./shared/system-at-hand";

/** New figures of a system. `version` is the system's as the person saw it. */
export interface SystemChangeInput {
  readonly systemId: string;
  readonly version: number;
  readonly change: FigureChange;
}

/** Somebody else has saved other figures meanwhile: what is stored now, against what was to be saved. */
export interface SystemConflict {
  readonly conflict: true;
  /** Who was faster; null where the trail does not say. */
  readonly byName: string | null;
  readonly version: number;
  readonly differences: readonly FigureDifference[];
}

export interface ChangedSystem {
  readonly version: number;
}

/**
 * Saves the figures of a system and derives anew, in the same transaction, what follows from them: its rows of the queue, those of its
 * contracts that look at it, and its rows of Bestand; the trail notes what was and what is. What somebody else has saved meanwhile is never overwritten unseen; saving what is
 * there already changes nothing.
 */
export async function changeSystem(
  viewer: Viewer,
  input: SystemChangeInput,
  today: Day,
  now: Date,
): Promise<ChangedSystem | SystemConflict | "not-found" | Refusal> {
  if (!may(viewer, "change-system")) return refuse("not-allowed");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await systemAtHand(tx, viewer, input.systemId, today);
    if (seen === null) return "not-found";
    const fault = faultOfChange(seen.fields, input.change);
    if (fault !== null) return fault;
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const found = await systemAtHand(tx, viewer, input.systemId, today);
    if (found === null) return "not-found";
    const { row } = found;
    const wanted = withChange(row, input.change);
    const differences = differencesBetween(row, wanted);
    if (differences.length === 0) return { version: row.version };
    if (row.version !== input.version || !(await setFigures(tx, resellerId, row, wanted))) {
      const [newest] = await auditHistory(tx, viewer, { systemId: row.id }, null, 1);
      return { conflict: true, byName: newest?.actorName ?? null, version: row.version, differences };
    }
    await deriveSystem(tx, resellerId, row.id, today);
    await recordChange(tx, viewer, {
      action: "system-changed",
      subject: { type: "system", id: row.id },
      of: { customerId: row.customerId, systemId: row.id },
      ...auditDifferences(auditValues(row), auditValues(wanted)),
      at: now,
    });
    return { version: row.version + 1 };
  });
}

function auditValues({ installedUsers, installedLightUsers, release, usage }: SystemFigures): AuditValues {
  return { installedUsers, installedLightUsers, release, usage };
}
