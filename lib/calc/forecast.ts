import { forecast, INTERVALS, type LapsingContract, type RunningContract } from "@/lib/domain/forecast";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { CONTRACT_FIELDS, readContract, readPolicy } from "./contract-fields";
import type { Fields } from "./fields";
import { LongList } from "./json";
import { type Operation, type Outcome, said } from "./operation";

const MAX_CONTRACTS = 20_000;
const RUNNING_FIELDS = new Set(["id", "amountCents", "interval", ...CONTRACT_FIELDS]);
const LAPSING_FIELDS = new Set(["id", "policy", "currentEnd", "amountCents"]);

/** What falls due in the months to come: owed anyway, or only if nobody gives notice. */
export const forecastOperation: Operation = {
  fields: ["asOf", "from", "months", "contracts"],
  answer(fields: Fields): Outcome {
    const asOf = fields.day("asOf");
    const from = fields.month("from");
    const months = fields.whole("months", 1, 600);
    const contracts: (RunningContract | LapsingContract)[] = [];
    for (const [index, value] of fields.list("contracts", 0, MAX_CONTRACTS).entries()) {
      const contract = readForecastContract(fields.entry("contracts", index, value));
      if (isRefusal(contract)) return contract;
      contracts.push(contract);
    }
    if (fields.fault !== null) return fields.fault;
    const answer = forecast(asOf, from, months, contracts);
    if (isRefusal(answer)) return answer;
    return {
      ok: true,
      rows: new LongList(answer.rows),
      totals: answer.totals,
      assumptions: said(answer.assumptions),
      hints: [],
      explanation: said(answer.derivation),
    };
  },
};

function readForecastContract(fields: Fields): RunningContract | LapsingContract | Refusal {
  const policy = readPolicy(fields);
  if (isRefusal(policy)) return policy;
  const id = fields.text("id");
  const amountCents = fields.cents("amountCents");
  if (policy.kind === "lapses") {
    fields.only(LAPSING_FIELDS);
    const currentEnd = fields.day("currentEnd");
    return fields.fault ?? { id, policy, currentEnd, amountCents };
  }
  fields.only(RUNNING_FIELDS);
  const interval = fields.oneOf("interval", INTERVALS);
  const contract = readContract(fields);
  return fields.fault ?? { id, policy, ...contract, amountCents, interval };
}
