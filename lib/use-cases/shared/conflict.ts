import type { AuditValue, AuditValues } from "@/lib/domain/audit";

/** Somebody else has saved something meanwhile: each value that is stored now, against what was to be saved. Nothing was saved. */
export interface Conflict {
  readonly conflict: true;
  readonly version: number;
  readonly differences: readonly {
    readonly field: string;
    readonly stored: AuditValue;
    readonly wanted: AuditValue;
  }[];
}

/** What differs between what is stored and what was to be saved, as `differences` tells it. */
export function conflictOf(
  version: number,
  { before, after }: { readonly before: AuditValues; readonly after: AuditValues },
): Conflict {
  const stored = before as Readonly<Record<string, AuditValue>>;
  const wanted = Object.entries(after) as [string, AuditValue][];
  return {
    conflict: true,
    version,
    differences: wanted.map(([field, value]) => ({ field, stored: stored[field] ?? null, wanted: value })),
  };
}

export function isConflict(value: unknown): value is Conflict {
  return typeof value === "object" && value !== null && (value as { conflict?: unknown }).conflict === true;
}
