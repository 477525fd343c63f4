import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import type { ImportAnswer } from "@/lib/use-cases/import-at-once";

/** What an import came to, as programs are told. */
export function importBody(
  { importId, counts, rejected, warned, headings, unknownColumns }: ImportAnswer,
  locale: Locale,
) {
  const told = (rows: ImportAnswer["rejected"], level: "error" | "warning") =>
    rows.flatMap(({ line, problems }) =>
      problems
        .filter((problem) => problem.level === level)
        .map(({ field, value, code, params }) => ({
          line,
          column: headings[field] ?? field,
          value,
          message: sentence({ code, params }, locale),
          field,
          code,
        })),
    );
  return {
    importId,
    rows: counts.rows,
    new: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    rejectedRows: told(rejected, "error"),
    warnings: told(warned, "warning"),
    unknownColumns,
  };
}
