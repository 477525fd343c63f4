import type { Reason } from "@/lib/domain/reason";
import type { Refusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import type { Fields } from "./fields";

/**
 * What an operation says: the answer without `id` (first key `ok`; `assumptions`, `hints` and `explanation` belong in all of them), or a
 * refusal, which becomes `{"ok": false, "error": …}`.
 */
export type Outcome = { readonly ok: boolean; readonly [field: string]: unknown } | Refusal;

/** One `op` of the calculator. The dispatcher has already refused what is not in `fields`; `id` and `op` are always allowed. */
export interface Operation {
  readonly fields: readonly string[];
  answer(request: Fields): Outcome;
}

/** A reason as the calculator says it: the stable code, a German sentence, and where it stands. */
export interface Said {
  readonly code: string;
  readonly text: string;
  readonly source?: string;
}

export function said(reasons: readonly Reason[]): Said[] {
  return reasons.map(saidOnce);
}

const constant = new WeakMap<Reason, Said>();

/** Reasons without figures are the same objects each time (readings, statutes): their sentence is made once. */
function saidOnce(reason: Reason): Said {
  const known = constant.get(reason);
  if (known !== undefined) return known;
  const text = sentence(reason, "de");
  const made: Said =
    reason.source === undefined
      ? { code: reason.code, text }
      : { code: reason.code, text, source: `${reason.source.document}, ${reason.source.clause}` };
  if (Object.isFrozen(reason)) constant.set(reason, made);
  return made;
}
