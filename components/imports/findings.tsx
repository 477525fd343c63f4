import { CircleX, TriangleAlert } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Pagination } from "@/components/ui/pagination";
import { dayText } from "@/lib/format/day";
import { euro, number } from "@/lib/format/money";
import { sentence } from "@/lib/format/reasons";
import type { ImportView } from "@/lib/use-cases/show-import";

type Page = NonNullable<ImportView["rows"]>;
type Finding = Page["items"][number];

const words = { rejected: "abgelehnt", changed: "geaendert", warned: "hinweise" } as const;
export type FindingWord = (typeof words)[keyof typeof words];

export function filterOf(word: string | undefined): Page["filter"] | undefined {
  return (Object.keys(words) as Page["filter"][]).find((filter) => words[filter] === word);
}

/** Rows that were rejected, that change something, or that one should know something about; a page at a time. */
export function Findings({ view, page }: { view: ImportView; page: Page }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const href = (filter: Page["filter"], after?: number) =>
    `/import/${view.id}?zeilen=${words[filter]}${after === undefined ? "" : `&nach=${after}`}#zeilen`;
  const counts = {
    rejected: view.counts?.rejected ?? 0,
    changed: view.counts?.changed ?? 0,
    warned: view.counts?.warned ?? 0,
  };
  const filters = (["rejected", "changed", "warned"] as const).filter((filter) => counts[filter] > 0);
  return (
    <>
      <nav aria-label={t("rowsNav")} className="flex flex-wrap gap-2 px-4 pb-3">
        {filters.map((filter) => (
          <Link
            key={filter}
            href={href(filter)}
            prefetch={false}
            scroll={false}
            aria-current={filter === page.filter ? "page" : undefined}
            className="inline-flex min-h-8 items-center rounded-md px-3 text-sm text-muted hover:bg-hover aria-[current=page]:bg-accent-ground aria-[current=page]:font-medium aria-[current=page]:text-accent-strong max-md:min-h-11"
          >
            {t(`rows.${filter}`, { count: number(counts[filter], locale) })}
          </Link>
        ))}
      </nav>
      <div className="scroll-x relative">
        <table className="tbl tbl-cards">
          <caption className="sr-only">{t(`rows.${page.filter}`, { count: counts[page.filter] })}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t("line")}
              </th>
              <th scope="col">{t("row")}</th>
              <th scope="col">{page.filter === "changed" ? t("changes") : t("what")}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((finding) => (
              <FindingRow key={finding.line} finding={finding} filter={page.filter} headingOf={headingOf(view)} />
            ))}
          </tbody>
        </table>
      </div>
      <Pagination nextHref={page.next === null ? null : href(page.filter, page.next)} startHref={null} />
    </>
  );
}

/** The heading in the file of what a field means. */
function headingOf(view: ImportView): (field: string) => string | undefined {
  const headings = new Map(view.columns.map(({ field, heading }) => [field, heading]));
  return (field) => headings.get(field);
}

function FindingRow({
  finding,
  filter,
  headingOf: heading,
}: {
  finding: Finding;
  filter: Page["filter"];
  headingOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const named = (field: string) => heading(field) ?? t(`field.${field as "sku"}`);
  const wanted = filter === "warned" ? finding.problems.filter(({ level }) => level === "warning") : finding.problems;
  const { customerNumber, customer, sku } = finding.about;
  return (
    <tr>
      <td className="num text-muted tabular-nums" data-label={t("line")}>
        {finding.line}
      </td>
      <td data-label={t("row")}>
        <span className="break-words">
          {[customerNumber, customer, sku].filter(Boolean).join(" · ") || t("rowUnnamed")}
        </span>
      </td>
      <td>
        <ul className="flex flex-col gap-1">
          {filter === "changed"
            ? finding.differences.map((difference) => (
                <li key={difference.field}>
                  <span className="font-medium">{named(difference.field)}</span>:{" "}
                  <span className="text-muted">
                    {valueText(difference.field, difference.before, locale) ?? t("empty")}
                  </span>{" "}
                  <span aria-hidden>→</span> <span className="sr-only">{t("becomes")}</span>
                  <span>{valueText(difference.field, difference.after, locale) ?? t("empty")}</span>
                </li>
              ))
            : wanted.map((problem) => (
                <li key={`${problem.field} ${problem.code}`} className="flex items-start gap-1.5">
                  {problem.level === "error" ? (
                    <Icon of={CircleX} className="mt-0.5 size-4 shrink-0 text-due" />
                  ) : (
                    <Icon of={TriangleAlert} className="mt-0.5 size-4 shrink-0 text-soon" />
                  )}
                  <span>
                    <span className="font-medium">{named(problem.field)}</span>
                    {problem.value === "" ? null : <span className="text-muted break-all"> „{problem.value}“</span>}:{" "}
                    {sentence(problem, locale)}
                  </span>
                </li>
              ))}
        </ul>
      </td>
    </tr>
  );
}

/** A value as people read it. */
function valueText(field: string, value: string | number | null, locale: "de" | "en"): string | null {
  if (value === null) return null;
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value, locale) : value;
  return field === "amount" || field === "unit_price" || field === "price"
    ? euro(value, locale)
    : number(value, locale);
}
