import { contractRows } from "@/db/queries/contracts";
import { contractIds } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { type ContractFacts, endByNotice, questionOf } from "@/lib/domain/contract-facts";
import type { Day, Month } from "@/lib/domain/dates";
import { type Forecast, forecast, type LapsingContract, type RunningContract } from "@/lib/domain/forecast";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { ruleOf } from "@/lib/domain/terms";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractFacts } from "./shared/load-facts";

/** Contracts of which nobody can say what falls due: no amount, or nothing on record that fits a rule. */
export type ForecastOfAll = Forecast & { readonly unknownContractIds: readonly string[] };

const CONTRACTS_AT_ONCE = 2_000;

/** What comes in over the next months, of all the reseller's contracts: owed anyway, or only if nobody gives notice. */
export async function forecastRenewals(
  viewer: Viewer,
  { asOf, from, months }: { readonly asOf: Day; readonly from: Month; readonly months: number },
): Promise<ForecastOfAll | Refusal> {
  if (!may(viewer, "see-purchase-prices")) throw new Error(`the forecast is not for the role ${viewer.role}`);
  const resellerId = viewer.resellerId ?? "";
  const all: (RunningContract | LapsingContract)[] = [];
  const unknown: string[] = [];
  let after: string | null = null;
  do {
    const before: string | null = after;
    after = await withTenant(viewer, async (tx) => {
      const ids = await contractIds(tx, viewer, {}, { after: before, limit: CONTRACTS_AT_ONCE });
      const rows = ids.length === 0 ? [] : await contractRows(tx, resellerId, { contractIds: ids });
      for (const facts of await contractFacts(tx, resellerId, rows, asOf)) {
        const contract = forecastable(facts);
        if (contract === "nothing-due") continue;
        if (contract === null) unknown.push(facts.id);
        else all.push(contract);
      }
      return ids.length < CONTRACTS_AT_ONCE ? null : (ids.at(-1) ?? null);
    });
  } while (after !== null);
  const answer = forecast(asOf, from, months, all);
  return isRefusal(answer) ? answer : { ...answer, unknownContractIds: unknown };
}

function forecastable(facts: ContractFacts): RunningContract | LapsingContract | "nothing-due" | null {
  const { id, policy, maintenance, amountCents } = facts;
  if (policy === null) return null;
  if (policy.kind === "lapses") {
    if (maintenance === null || maintenance.currentEnd === null) return null;
    if (maintenance.replaced) return "nothing-due";
    // What was agreed goes before what the licences held would cost to renew.
    const cents = amountCents ?? maintenance.cost.renewalCents;
    return cents === null ? null : { id, policy, currentEnd: maintenance.currentEnd, amountCents: cents };
  }
  if (amountCents === null || isRefusal(ruleOf(questionOf({ ...facts, policy }, facts.startsOn)))) return null;
  const { asOf: _, ...question } = questionOf({ ...facts, policy }, facts.startsOn);
  return { ...question, id, amountCents, interval: facts.billingInterval, endsOn: endByNotice(facts) };
}
