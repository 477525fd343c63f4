import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { setFigures } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import {
  differencesBetween,
  type FigureChange,
  type FigureDifference,
  faultOfChange,
  withChange,
} from "@/lib/domain/system-figures";
import { may, type Viewer } from "@/lib/domain/viewer";
import { deriveSystem } from "./shared/derive";
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
  readonly version: number;
  readonly differences: readonly FigureDifference[];
}

export interface ChangedSystem {
  readonly version: number;
}

/**
 * Saves the figures of a system and derives anew, in the same transaction, what follows from them: its rows of the queue, those of its
 * contracts that look at it, and its rows of Bestand. What somebody else has saved meanwhile is never overwritten unseen; saving what is
 * there already changes nothing.
 */
export async function changeSystem(
  viewer: Viewer,
  input: SystemChangeInput,
  today: Day,
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
    const conflict = { conflict: true, version: row.version, differences } as const;
    if (row.version !== input.version || !(await setFigures(tx, resellerId, row, wanted))) return conflict;
    await deriveSystem(tx, resellerId, row.id, today);
    return { version: row.version + 1 };
  });
}
