import { useLocale, useTranslations } from "next-intl";
import type { Reason, Source } from "@/lib/domain/reason";
import { sentence } from "@/lib/format/reasons";

/** Sentences with where each stands. `steps` numbers them: they lead from one to the next. */
export function ReasonList({ reasons, steps = false }: { reasons: readonly Reason[]; steps?: boolean }) {
  const locale = useLocale();
  const List = steps ? "ol" : "ul";
  return (
    <List
      className={`flex flex-col gap-2 text-sm ${steps ? "list-decimal" : "list-disc"} pl-5 marker:text-muted marker:tabular-nums`}
    >
      {reasons.map((reason, index) => (
        <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>
          {sentence(reason, locale)}
          {reason.source === undefined || isSame(reason.source, reasons[index - 1]?.source) ? null : (
            <SourceNote {...reason.source} />
          )}
        </li>
      ))}
    </List>
  );
}

/** A source that the line above has named already is not named again. */
function isSame(a: Source, b: Source | undefined): boolean {
  return b !== undefined && a.document === b.document && a.clause === b.clause;
}

/** Document and clause, small, under what they say. */
export function SourceNote({ document, clause }: { document: string; clause: string }) {
  const t = useTranslations("common");
  return (
    <span className="block text-xs text-muted">
      {t("source")}: {document}, {clause}
    </span>
  );
}
