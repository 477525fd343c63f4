import { and, type SQL, sql } from "drizzle-orm";
import type { StockColumn } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { stockRows } from "./schema-stock";
import { hasWord, keysOf, matching, r, type StockConditions, type StockOrder } from "./stock-conditions";

export interface StockCsv {
  readonly columns: readonly StockColumn[];
  readonly locale: "de" | "en";
  readonly decimal: "," | ".";
  /** What a text that must be made safe looks like, see `lib/import-export/csv`. */
  readonly formulaPattern: string;
  /** What the codes of a column are called, already safe. */
  readonly words: {
    readonly kind: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
    readonly billing: Readonly<Record<string, string>>;
    /** By the clerk's id. */
    readonly clerk: Readonly<Record<string, string>>;
    readonly tier: string;
  };
}

/** The rows that a page shows, all of them and in its order, as texts ready for COPY. */
export function stockCsv(viewer: Viewer, conditions: StockConditions, order: StockOrder, csv: StockCsv): SQL {
  const words = conditions.words.map((word) => hasWord(viewer.resellerId ?? "", word));
  const way = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const keys = keysOf(order, "r").map((key) => sql`${key} ${way}`);
  return sql`
    select ${sql.join(
      csv.columns.flatMap((column) => fieldsOf(column, csv)),
      sql`, `,
    )} from ${stockRows} as r
    where ${and(matching(viewer, conditions), ...words)}
    order by ${sql.join(keys, sql`, `)}`;
}

/** A customer is two fields, number and name; everything else is one. */
function fieldsOf(column: StockColumn, csv: StockCsv): SQL[] {
  const { words } = csv;
  const article = csv.locale === "de" ? r.articleDe : r.articleEn;
  const text = (value: SQL) => safe(value, csv.formulaPattern);
  switch (column) {
    case "article":
      return [
        sql`case when ${r.tier} is null then ${text(sql`${article}`)} else ${text(sql`${article}`)} || ', ' || ${words.tier} || ' ' || ${r.tier} end`,
      ];
    case "sku":
      return [text(sql`${r.sku}`)];
    case "kind":
      return [named(sql`${r.kind}`, words.kind)];
    case "customer":
      return [text(sql`${r.customerNumber}`), text(sql`${r.customerName}`)];
    case "system":
      return [text(sql`${r.systemName}`)];
    case "vendor":
      return [text(sql`${r.product}`)];
    case "quantity":
      return [sql`${r.quantity}`];
    case "state":
      return [named(sql`${r.state}`, words.state)];
    case "sendBy":
      return [sql`${r.sendByOn}`];
    case "noticeDue":
      return [sql`${r.noticeDueOn}`];
    case "cancellableTo":
      return [sql`${r.cancellableTo}`];
    case "termEnd":
      return [sql`${r.termEndsOn}`];
    case "endsOn":
      return [sql`${r.endsOn}`];
    case "amount":
      return [euro(sql`${r.monthlyCents}`, csv.decimal)];
    case "paid":
      return [euro(sql`${r.paidCents}`, csv.decimal)];
    case "since":
      return [sql`${r.sinceOn}`];
    case "billing":
      return [named(sql`${r.billingParty}`, words.billing)];
    case "clerk":
      return [named(sql`${r.clerkId}`, words.clerk)];
  }
}

/** Letters and digits begin no formula; only what begins otherwise is held against the pattern. */
function safe(value: SQL, pattern: string): SQL {
  return sql`case when ascii(${value}) between 48 and 57 or ascii(${value}) between 65 and 90 or ascii(${value}) between 97 and 122
    or ascii(${value}) between 192 and 591 then ${value} when ${value} ~ ${pattern} then '''' || ${value} else ${value} end`;
}

/** Null for what has no name. */
function named(value: SQL, names: Readonly<Record<string, string>>): SQL {
  const cases = Object.entries(names).map(([code, name]) => sql`when ${code} then ${name}`);
  return cases.length === 0 ? sql`null::text` : sql`case ${value} ${sql.join(cases, sql` `)} end`;
}

/** Cents as euro without a currency. From one euro on by cutting the text, which takes a third of the time. */
function euro(value: SQL, decimal: "," | "."): SQL {
  return sql`case when ${value} >= 100 then left(${value}::text, -2) || ${decimal} || right(${value}::text, 2)
    else replace((${value} / 100.0)::numeric(20, 2)::text, '.', ${decimal}) end`;
}
