import { isRefusal } from "@/lib/domain/refusal";
import { termsOf } from "@/lib/domain/terms";
import { CONTRACT_FIELDS, readContract, readPolicy } from "./contract-fields";
import type { Fields } from "./fields";
import { type Operation, type Outcome, said } from "./operation";

/** When a contract can end, until when notice must be received, or when a notice given ends it. */
export const terms: Operation = {
  fields: [...CONTRACT_FIELDS, "asOf"],
  answer(fields: Fields): Outcome {
    const policy = readPolicy(fields);
    if (isRefusal(policy)) return policy;
    const contract = readContract(fields);
    const asOf = fields.day("asOf");
    if (fields.fault !== null) return fields.fault;
    const answer = termsOf({ ...contract, policy, asOf });
    if (isRefusal(answer)) return answer;
    const dates =
      contract.noticeReceivedOn === null
        ? {
            termEnd: answer.termEndsOn,
            cancellableTo: answer.cancellableTo,
            noticeDeadline: answer.noticeDueOn,
            sendBy: answer.sendByOn,
          }
        : { termEnd: answer.termEndsOn, endsOn: answer.endsOn };
    return {
      ok: true,
      ...dates,
      assumptions: said(answer.assumptions),
      hints: said(answer.hints),
      explanation: said(answer.derivation),
    };
  },
};
