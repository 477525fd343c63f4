import type { Reason, Source } from "@/lib/domain/reason";
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
  /** Document and clause; left out where it is the same as in the entry before. */
  readonly source?: string;
}

export function said(reasons: readonly Reason[]): Said[] {
  const entries: Said[] = [];
  let before: Source | undefined;
  for (const reason of reasons) {
    const { source } = reason;
    entries.push(source === undefined || source === before ? saidBare(reason) : saidWithSource(reason, source));
    before = source ?? before;
  }
  return entries;
}

const bare = new WeakMap<Reason, Said>();
const sourced = new WeakMap<Reason, Said>();

/** Reasons without figures are the same objects each time (readings, statutes): what they say is made once. */
function saidBare(reason: Reason): Said {
  const known = bare.get(reason);
  if (known !== undefined) return known;
  const made = { code: reason.code, text: sentence(reason, "de") };
  if (isConstant(reason)) bare.set(reason, made);
  return made;
}

function saidWithSource(reason: Reason, source: Source): Said {
  const known = sourced.get(reason);
  if (known !== undefined) return known;
  const { code, text } = saidBare(reason);
  const made = { code, text, source: `${source.document}, ${source.clause}` };
  if (isConstant(reason)) sourced.set(reason, made);
  return made;
}

function isConstant({ params }: Reason): boolean {
  for (const _ in params) return false;
  return true;
}
