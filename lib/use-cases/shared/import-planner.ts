import type { RowProblem } from "@/lib/import-export/read-row";
import type { ExistingEstate } from "./import-existing";
import type { EstatePlan, RowVerdict } from "./import-plan";
import { ContractPlanner } from "./import-plan-contracts";
import { type Book, makeBook, type Outcome, OwnerPlanner, outcomeOf } from "./import-plan-owners";
import { LicencePlanner, PurchasePlanner } from "./import-plan-purchases";
import type { MeantRow, RejectedRow } from "./import-rows";

/** A licence or server key, sealed for the row of the database that will hold it. */
export interface Sealing {
  seal(key: string, table: "licences" | "systems", id: string): { sealed: string; mask: string; digest: string };
  digest(key: string): string;
}

/**
 * Compares a file's rows with what is there, by customer number, system, vendor, article and first day, and plans every insert and every
 * change. What a row leaves empty says nothing and changes nothing. Rows are taken in the file's order; where two say different things about
 * the same customer or system, the first holds and the other is told so.
 */
export function planEstate(
  rows: readonly (MeantRow | RejectedRow)[],
  existing: ExistingEstate,
  sealing: Sealing,
  newId: () => string,
): EstatePlan {
  const book = makeBook(newId, sealing);
  const owners = new OwnerPlanner(book, existing);
  const licences = new LicencePlanner(book, existing);
  const bought = new PurchasePlanner(book, licences, existing);
  const running = new ContractPlanner(book, licences, existing);
  const verdicts = rows.map((row): RowVerdict => {
    if (row.what === null) return rejected(row.line, row.problems);
    const outcome = outcomeOf(row);
    const place = owners.placeOf(row, outcome);
    if (place === null) return rejected(row.line, outcome.problems);
    const done =
      row.what.kind === "purchase"
        ? bought.add(row, row.what, place, outcome)
        : running.add(row, row.what, place, outcome);
    if (!done) return rejected(row.line, outcome.problems);
    owners.settle(row, place, outcome);
    return {
      line: row.line,
      verdict: verdictOf(outcome),
      problems: outcome.problems,
      differences: outcome.differences,
    };
  });
  running.linkParts();
  return { verdicts, counts: countsOf(verdicts, book), ...book.plan() };
}

function verdictOf({ isNew, differences }: Outcome): RowVerdict["verdict"] {
  if (isNew) return "new";
  return differences.length > 0 ? "changed" : "unchanged";
}

const rejected = (line: number, problems: readonly RowProblem[]): RowVerdict => ({
  line,
  verdict: "rejected",
  problems,
  differences: [],
});

function countsOf(verdicts: readonly RowVerdict[], book: Book): EstatePlan["counts"] {
  const of = (verdict: RowVerdict["verdict"]) => verdicts.filter((row) => row.verdict === verdict).length;
  return {
    rows: verdicts.length,
    new: of("new"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    rejected: of("rejected"),
    warned: verdicts.filter((row) => row.problems.some(({ level }) => level === "warning")).length,
    customersNew: book.inserts.customers.length,
    systemsNew: book.inserts.systems.length,
    licencesNew: book.inserts.licences.length,
    contractsNew: book.inserts.contracts.length,
  };
}
