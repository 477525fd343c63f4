import { stockCsv } from "@/db/stock-csv";
import { copyForTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { StockColumn } from "@/lib/domain/stock";
import { may, type Viewer } from "@/lib/domain/viewer";
import { type CsvDialectName, csvDialects, csvLine, FORMULA_PATTERN, formulaSafe } from "@/lib/import-export/csv";
import { staffNames } from "./shared/people";
import { bringStockToDay } from "./shared/stock";
import { conditionsOf, orderOf, type StockRequest } from "./shared/stock-request";

export interface StockExport extends StockRequest {
  /** Those that show, in their order. */
  readonly columns: readonly StockColumn[];
  readonly dialect: CsvDialectName;
  readonly words: {
    /** The heads; a customer is two fields, of which this names the second. */
    readonly heads: Readonly<Record<StockColumn | "customerNumber", string>>;
    readonly kind: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
    readonly billing: Readonly<Record<string, string>>;
    readonly tier: string;
  };
}

/**
 * Everything that the request finds, as CSV, line by line as the database gives it: the same rows, order and columns as the page, brought to
 * the day before. A fault on the way breaks the stream off.
 */
export async function exportStock(viewer: Viewer, input: StockExport, today: Day): Promise<ReadableStream<Uint8Array>> {
  if (!may(viewer, "see-stock")) throw new Error(`Bestand is not for the role ${viewer.role}`);
  const { words } = input;
  const dialect = csvDialects[input.dialect];
  const columns = input.columns.filter((column) => column !== "paid" || may(viewer, "see-purchase-prices"));
  const heads = columns.flatMap((column) =>
    column === "customer" ? [words.heads.customerNumber, words.heads.customer] : [words.heads[column]],
  );
  const head = dialect.begin + csvLine(heads, dialect);
  const conditions = conditionsOf(input);
  if (conditions === null) return new Blob([head]).stream();
  await bringAllToDay(viewer, today);
  const people = await staffNames(viewer);
  const rows = stockCsv(viewer, conditions, orderOf(input, viewer), {
    columns,
    locale: viewer.locale,
    decimal: dialect.decimal,
    formulaPattern: FORMULA_PATTERN,
    words: { ...words, clerk: Object.fromEntries(people.map(({ id, name }) => [id, formulaSafe(name)])) },
  });
  return copyForTenant(viewer, rows, { delimiter: dialect.delimiter, days: dialect.days, head });
}

/** So many steps take longer than anybody waits for a table; then something else is wrong. */
const STEPS_AT_MOST = 500;

async function bringAllToDay(viewer: Viewer, today: Day): Promise<void> {
  for (let step = 0; step < STEPS_AT_MOST; step++) if (!(await bringStockToDay(viewer, today)).more) return;
  throw new Error(`Bestand is not right for ${today} after ${STEPS_AT_MOST} steps.`);
}
