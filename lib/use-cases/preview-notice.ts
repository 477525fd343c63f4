import { type ContractRow, contractRows, partIdsOf } from "@/db/queries/contracts";
import { withTenant } from "@/db/tenant";
import { chargesBetween } from "@/lib/domain/contract-facts";
import { type Day, dayAfter, FIRST_DAY, LAST_DAY, parseDay } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import { nextPossibleEndAfter } from "@/lib/domain/terms-timeline";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { contractAtHand, questionAbout } from "./shared/contract-at-hand";
import { contractFacts } from "./shared/load-facts";

/** What a notice would bring about that is received on a day. Nothing is recorded. */
export interface NoticePreview {
  readonly contractId: string;
  readonly articleName: string;
  readonly receivedOn: Day;
  readonly endsOn: Day;
  /** The last day of receipt for this same end. */
  readonly noticeDueOn: Day | null;
  /** The end before, which this notice is too late for, where one has just been missed. */
  readonly missedEndsOn: Day | null;
  /** Charges that still fall due from `receivedOn` to `endsOn`. */
  readonly remainingCents: Cents | null;
  /** Contracts that end with this one. */
  readonly parts: readonly { readonly contractId: string; readonly articleName: string; readonly endsOn: Day }[];
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/** What if a notice were received on a day: the end it would bring about, what still falls due until then, and what ends with it. */
export async function previewNotice(
  viewer: Viewer,
  input: { readonly contractId: string; readonly receivedOn: Day },
  today: Day,
): Promise<NoticePreview | "not-found" | Refusal> {
  if (!may(viewer, "see-contract")) return refuse("not-allowed");
  const { contractId, receivedOn } = input;
  if (parseDay(receivedOn) === null || receivedOn < FIRST_DAY || receivedOn > LAST_DAY)
    return refuse("received-no-day", {}, "receivedOn");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const found = await contractAtHand(tx, viewer, contractId, today);
    if (found === null) return "not-found";
    const question = questionAbout(found, today);
    if (isRefusal(question)) return question;
    const answer = termsOf({ ...question, asOf: receivedOn, noticeReceivedOn: receivedOn });
    if (isRefusal(answer)) return answer;
    const { endsOn } = answer;
    if (endsOn === null) throw new RangeError("a notice to a known rule has an end");
    const deadline = termsOf({ ...question, asOf: receivedOn });
    const partIds = await partIdsOf(tx, resellerId, [contractId]);
    const parts = partIds.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds: partIds });
    const partFacts = await contractFacts(tx, resellerId, parts, today, may(viewer, "see-purchase-prices"));
    const sooner = (end: Day | null) => (end !== null && end < endsOn ? end : endsOn);
    const name = (row: ContractRow) => articleName(row.vendor, row.sku, viewer.locale);
    const missed = nextPossibleEndAfter(question, dayAfter(receivedOn, -1));
    return {
      contractId,
      articleName: name(found.row),
      receivedOn,
      endsOn,
      noticeDueOn: isRefusal(deadline) ? null : deadline.noticeDueOn,
      missedEndsOn: missed !== null && missed < endsOn ? missed : null,
      remainingCents: chargesBetween(found.facts, dayAfter(receivedOn, -1), endsOn),
      parts: parts.map((part, index) => ({
        contractId: part.id,
        articleName: name(part),
        endsOn: sooner(partFacts[index]?.notice?.endsOn ?? null),
      })),
      assumptions: answer.assumptions,
      hints: answer.hints,
      derivation: answer.derivation,
    };
  });
}
