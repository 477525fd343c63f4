import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import type { Obstacle } from "@/lib/domain/addition";
import { choiceKey } from "@/lib/domain/wish-choices";
import type { AdditionView, ColumnView } from "@/lib/use-cases/check-addition";
import { type CheckAddress, checkHref, withWish } from "./check-address";
import { ColumnCard } from "./column-card";
import { columnName } from "./column-words";
import { Comparison } from "./comparison";
import { ObstacleList } from "./obstacle-list";

/** The answer: what stands against each wish, the ways beside each other, and each in full. */
export function Results({ view, address }: { view: AdditionView; address: CheckAddress }) {
  const t = useTranslations("check");
  const { columns, moreVariants, brokenBefore } = view;
  const [first] = columns;
  const several = address.wishes.length > 1;
  const wishes = columns.filter(({ variant }) => variant === 0);
  const known = new Set(brokenBefore.map(keyOf));
  const news = wishes.map(({ wish, obstacles }) => ({
    wish,
    obstacles: obstacles.filter((obstacle) => !known.has(keyOf(obstacle))),
  }));
  return (
    <section
      id="ergebnis"
      data-answer="ergebnis"
      tabIndex={-1}
      aria-label={t("resultTitle")}
      className="flex flex-col gap-4 outline-none empty:hidden"
    >
      {first === undefined ? null : (
        <>
          <p role="status" className="sr-only">
            {wishes
              .map(
                (column) =>
                  `${columnName(t, column, columns, several)}: ${t(`said.${saidOf(column)}`, { count: column.units })}`,
              )
              .join(" ")}
          </p>
          {news.some(({ obstacles }) => obstacles.length > 0) ? (
            <Section id="hindernisse" title={t("obstacles")}>
              <div className={`grid gap-4 ${news.length > 1 ? "lg:grid-cols-2" : ""}`}>
                {news.map(({ wish, obstacles }) => (
                  <div key={wish}>
                    {several ? <h3 className="pb-1 text-sm">{t("wishNumber", { number: wish + 1 })}</h3> : null}
                    {obstacles.length === 0 ? (
                      <p className="text-sm text-muted">{t("noObstacles")}</p>
                    ) : (
                      <ObstacleList obstacles={obstacles} />
                    )}
                  </div>
                ))}
              </div>
            </Section>
          ) : null}
          {columns.length > 1 ? (
            <Section id="vergleich" title={t("comparison")} flush>
              <Comparison columns={columns} several={several} />
            </Section>
          ) : null}
          <div
            className={`grid items-start gap-4 ${columns.length > 1 ? "lg:grid-cols-2" : "max-w-3xl"} ${columns.length > 2 ? "xl:grid-cols-3" : ""}`}
          >
            {columns.map((column) => (
              <ColumnCard
                key={`${column.wish} ${column.variant}`}
                column={column}
                columns={columns}
                several={several}
                vendor={view.system.vendor}
                adoptHref={adoptHref(column, address)}
              />
            ))}
          </div>
          {moreVariants === 0 ? null : (
            <p className="text-sm text-muted">{t("moreVariants", { count: moreVariants })}</p>
          )}
        </>
      )}
    </section>
  );
}

const keyOf = ({ sku, code, params }: Obstacle) => `${sku} ${code} ${JSON.stringify(params)}`;

function saidOf(column: ColumnView): "no" | "with" | "yes" {
  if (column.remaining.length > 0) return "no";
  return column.units > 0 ? "with" : "yes";
}

/** The wish with what it needs written into it: to be changed further, or kept as a link. */
function adoptHref({ wish, lines, units }: ColumnView, address: CheckAddress): string | null {
  if (units === 0) return null;
  const rows = [...(address.wishes[wish] ?? [])];
  for (const { part, sku, profile, quantity } of lines) {
    if (part !== "needed") continue;
    const key = choiceKey({ sku, ...(profile === null ? {} : { profile }) });
    const index = rows.findIndex((row) => row.key === key);
    const amount = quantity + (rows[index]?.amount ?? 0);
    const row = { key, text: String(amount), amount };
    if (index < 0) rows.push(row);
    else rows[index] = row;
  }
  return checkHref(withWish(address, wish, rows));
}
