import { undecidedOf } from "@/db/queries/decisions";
import { contractsOfStock } from "@/db/queries/stock";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { choicesFor, type DecisionChoice } from "@/lib/domain/decisions";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { decideOn, readReason } from "./shared/act";
import { isId } from "./shared/ids";

export interface DecideStockInput {
  /** Rows of Bestand. */
  readonly rowIds: readonly string[];
  readonly choice: DecisionChoice;
  readonly reason: string;
}

/** What became of the contracts that the rows are about. */
export interface DecidedStock {
  readonly decided: number;
  /** Nothing of the kind is to be decided about them: licences, contracts that can end every month, that were given notice or decided. */
  readonly nothing: number;
  readonly refused: readonly { readonly articleName: string; readonly customerName: string; readonly why: Refusal }[];
}

const ROWS_AT_MOST = 200;

/**
 * Decides for the contracts of chosen rows, all for one reason: each row of the queue about them that leaves the choice, also those whose
 * window has not opened yet. Each is recorded by itself; what one refuses does not stop the others.
 */
export async function decideStock(
  viewer: Viewer,
  input: DecideStockInput,
  today: Day,
  now: Date,
): Promise<DecidedStock | "not-found" | Refusal> {
  if (!may(viewer, "decide")) return refuse("not-allowed");
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  if (input.rowIds.length > ROWS_AT_MOST) return refuse("rows-too-many", { most: ROWS_AT_MOST }, "rows");
  const asked = input.rowIds.filter(isId);
  const { rows, open } = await withTenant(viewer, async (tx) => {
    const found = asked.length === 0 ? [] : await contractsOfStock(tx, viewer, asked);
    const contractIds = [...new Set(found.flatMap((row) => row.contractId ?? []))];
    return { rows: found, open: contractIds.length === 0 ? [] : await undecidedOf(tx, viewer, contractIds) };
  });
  if (rows.length === 0) return "not-found";
  const byContract = Map.groupBy(open, (decision) => decision.contractId);
  const seen = new Set<string>();
  let decided = 0;
  let nothing = 0;
  const refused: { articleName: string; customerName: string; why: Refusal }[] = [];
  for (const { contractId, articleDe, articleEn, customerName } of rows) {
    if (contractId !== null && seen.has(contractId)) continue;
    if (contractId !== null) seen.add(contractId);
    const possible = (byContract.get(contractId) ?? []).filter(({ kind }) => choicesFor(kind).includes(input.choice));
    let first: Refusal | null = null;
    let done = 0;
    for (const { id } of possible) {
      const outcome = await decideOn(viewer, { decisionId: id, choice: input.choice }, reason, today, now);
      if (outcome === "done") done++;
      else if (isRefusal(outcome)) first ??= outcome;
    }
    if (done > 0) decided++;
    else if (first === null) nothing++;
    else refused.push({ articleName: viewer.locale === "de" ? articleDe : articleEn, customerName, why: first });
  }
  return { decided, nothing, refused };
}
