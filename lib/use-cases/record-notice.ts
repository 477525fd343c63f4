import { v7 as uuidv7 } from "uuid";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { insertNotice, type NoticeRow, noticeRows } from "@/db/queries/notices";
import { withTenant } from "@/db/tenant";
import type { AuditAction } from "@/lib/domain/audit";
import { type Day, FIRST_DAY, parseDay } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import { may, type Viewer } from "@/lib/domain/viewer";
import { type ContractAtHand, contractAtHand, questionAbout } from "./shared/contract-at-hand";
import { deriveAround } from "./shared/derive";
import { noticeInForce } from "./shared/facts";
import { recordChange } from "./shared/record-change";

/**
 * A notice, or what followed it. `expectedEndsOn` is the end that the person saw in the preview: where the notice would bring about another
 * one, it is refused (`end-changed`).
 */
export type NoticeInput = {
  readonly contractId: string;
  readonly receivedOn: Day;
  readonly channel: "email" | "fax" | "letter" | "portal";
  readonly note?: string;
} & (
  | { readonly kind: "notice"; readonly expectedEndsOn?: Day }
  | { readonly kind: "confirmation" | "withdrawal"; readonly noticeId: string }
);

export interface RecordedNotice {
  readonly noticeId: string;
  /** The end that holds for the contract now; null after a withdrawal. */
  readonly endsOn: Day | null;
}

const NOTE_AT_MOST = 1_000;

/**
 * Adds a notice, its confirmation or its withdrawal, and derives anew what follows from it, in one transaction. A notice is a fact of the
 * past: its day of receipt is not after today. Nothing recorded is ever changed.
 */
export async function recordNotice(
  viewer: Viewer,
  input: NoticeInput,
  today: Day,
  now: Date,
): Promise<RecordedNotice | "not-found" | Refusal> {
  if (!may(viewer, "record-notice")) return refuse("not-allowed");
  const { contractId, receivedOn } = input;
  if (parseDay(receivedOn) === null || receivedOn < FIRST_DAY) return refuse("received-no-day", {}, "receivedOn");
  if (receivedOn > today) return refuse("received-after-today", { today }, "receivedOn");
  const note = input.note?.trim() ?? "";
  if (note.length > NOTE_AT_MOST) return refuse("note-too-long", { most: NOTE_AT_MOST }, "note");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await contractAtHand(tx, viewer, contractId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const found = await contractAtHand(tx, viewer, contractId, today);
    if (found === null) return "not-found";
    const recorded = await noticeRows(tx, resellerId, [contractId]);
    const judged = input.kind === "notice" ? judgeNotice(found, input, today) : judgeFollowUp(recorded, input, today);
    if (judged === "not-found" || isRefusal(judged)) return judged;
    const id = uuidv7();
    await insertNotice(tx, {
      resellerId,
      id,
      customerId: found.row.customerId,
      contractId,
      kind: input.kind,
      receivedOn,
      channel: input.channel,
      note: note === "" ? null : note,
      recordedBy: viewer.personId,
      recordedAt: now,
      ...judged,
    });
    await deriveAround(tx, resellerId, found.row, today);
    const { customerId, systemId, vendor, sku } = found.row;
    await recordChange(tx, viewer, {
      action: actionOf[input.kind],
      subject: { type: "notice", id: judged.noticeId ?? id },
      of: { customerId, systemId, contractId },
      after: {
        vendor,
        sku,
        receivedOn,
        channel: input.channel,
        ...(judged.endsOn === null ? {} : { endsOn: judged.endsOn }),
        ...(note === "" ? {} : { note }),
      },
      at: now,
    });
    const inForce = noticeInForce(await noticeRows(tx, resellerId, [contractId]));
    return { noticeId: judged.noticeId ?? id, endsOn: inForce?.endsOn ?? null };
  });
}

const actionOf: Readonly<Record<NoticeInput["kind"], AuditAction>> = {
  notice: "notice-recorded",
  confirmation: "notice-confirmed",
  withdrawal: "notice-withdrawn",
};

interface Judged {
  readonly noticeId: string | null;
  readonly endsOn: Day | null;
}

function judgeNotice(
  found: ContractAtHand,
  input: Extract<NoticeInput, { kind: "notice" }>,
  today: Day,
): Judged | Refusal {
  const { notice } = found.facts;
  if (notice !== null) return refuse("notice-in-force", { receivedOn: notice.receivedOn, endsOn: notice.endsOn });
  const question = questionAbout(found, today);
  if (isRefusal(question)) return question;
  const answer = termsOf({ ...question, noticeReceivedOn: input.receivedOn });
  if (isRefusal(answer)) return answer;
  const { endsOn } = answer;
  if (endsOn === null) throw new RangeError("a notice to a known rule has an end");
  const { mainEndsOn } = found.facts;
  if (mainEndsOn !== null && mainEndsOn <= endsOn) return refuse("ends-with-main-contract", { endsOn: mainEndsOn });
  if (input.expectedEndsOn !== undefined && input.expectedEndsOn !== endsOn)
    return refuse("end-changed", { expectedEndsOn: input.expectedEndsOn, endsOn });
  return { noticeId: null, endsOn };
}

function judgeFollowUp(
  recorded: readonly NoticeRow[],
  input: Exclude<NoticeInput, { kind: "notice" }>,
  today: Day,
): Judged | "not-found" | Refusal {
  const notice = recorded.find((row) => row.kind === "notice" && row.id === input.noticeId);
  if (notice === undefined || notice.endsOn === null) return "not-found";
  const follows = (kind: NoticeRow["kind"]) => recorded.find((row) => row.kind === kind && row.noticeId === notice.id);
  const withdrawn = follows("withdrawal");
  if (withdrawn !== undefined) return refuse("notice-withdrawn", { receivedOn: withdrawn.receivedOn });
  const confirmed = follows("confirmation");
  if (input.kind === "confirmation" && confirmed !== undefined)
    return refuse("notice-confirmed", { receivedOn: confirmed.receivedOn });
  if (input.receivedOn < notice.receivedOn)
    return refuse("before-notice", { receivedOn: notice.receivedOn }, "receivedOn");
  if (input.kind === "withdrawal" && notice.endsOn < today) return refuse("contract-ended", { endsOn: notice.endsOn });
  return { noticeId: notice.id, endsOn: null };
}
