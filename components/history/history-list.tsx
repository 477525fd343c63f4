import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { Pagination } from "@/components/ui/pagination";
import { type HistoryLine, historyLines, historySentence } from "@/lib/format/history";
import type { History } from "@/lib/use-cases/list-history";

export type HistoryOf = "customer" | "system" | "contract" | "reseller";

/**
 * What happened, the newest first: who did what, the values before and after, and why. `older` makes the address of the page that begins after an
 * entry; `start` is null on the first page.
 */
export function HistoryList({
  history,
  of,
  older,
  start,
}: {
  history: History;
  /** What the history is of; entries about something else link to it. */
  of: HistoryOf;
  older: (number: number) => string;
  start: string | null;
}) {
  const t = useTranslations("history");
  const locale = useLocale();
  if (history.entries.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <>
      <ol className="flex flex-col divide-y divide-line text-sm">
        {history.entries.map((entry) => (
          <li key={entry.number} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{historySentence(entry, locale)}</span>
              <span className="text-xs text-muted">
                <Moment at={entry.at} />
              </span>
            </div>
            <Values lines={historyLines(entry.values, entry.names, locale)} />
            {entry.reason === null ? null : (
              <p>
                <span className="text-muted">{t("reason")}:</span> {entry.reason}
              </p>
            )}
            <Place entry={entry} of={of} />
          </li>
        ))}
      </ol>
      <Pagination nextHref={history.olderThan === null ? null : older(history.olderThan)} startHref={start} />
    </>
  );
}

function Values({ lines }: { lines: readonly HistoryLine[] }) {
  const t = useTranslations("history");
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {lines.map(({ label, before, after }) => (
        <li key={label} className="min-w-0 break-words">
          <span className="text-muted">{label}:</span>{" "}
          {before === undefined ? null : after === undefined ? (
            before
          ) : (
            <>
              <span className="sr-only">{t("before")} </span>
              {before}
              <span aria-hidden> → </span>
              <span className="sr-only">, {t("after")} </span>
            </>
          )}
          {after}
        </li>
      ))}
    </ul>
  );
}

/** Where to read on: what the entry is about, unless that is what the history is of. */
function Place({ entry, of }: { entry: History["entries"][number]; of: HistoryOf }) {
  const t = useTranslations("history");
  const { contractId, systemId, customerId } = entry;
  const [href, text] =
    contractId !== null && of !== "contract"
      ? [`/vertraege/${contractId}`, t("toContract")]
      : systemId !== null && (of === "customer" || of === "reseller")
        ? [`/anlagen/${systemId}`, t("toSystem")]
        : customerId !== null && of === "reseller"
          ? [`/kunden/${customerId}`, t("toCustomer")]
          : [null, null];
  if (href === null) return null;
  return (
    <Link href={href} prefetch={false} className="link inline-block min-h-6 self-start text-xs">
      {text}
    </Link>
  );
}
