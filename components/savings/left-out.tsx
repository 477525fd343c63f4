import { CircleQuestionMark } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { SavingsPage } from "@/lib/use-cases/list-savings";

/** What could not be reckoned with, and what would have to be recorded: unknown is no saving, and no proof that there is none. */
export function LeftOut({ leftOut }: Pick<SavingsPage, "leftOut">) {
  const t = useTranslations("savings");
  if (leftOut.length === 0) return null;
  return (
    <section className="flex items-start gap-2 text-sm text-muted" aria-labelledby="left-out">
      <Icon of={CircleQuestionMark} className="mt-0.5 size-4 shrink-0" />
      <div>
        <h2 id="left-out" className="text-sm font-medium text-ink">
          {t("leftOut.title")}
        </h2>
        <ul>
          {leftOut.map(({ gap, count }) => (
            <li key={gap}>
              {t(`leftOut.${gap}`, { count })}{" "}
              {gap === "list-price-missing" ? (
                <Link href="/preislisten/eigene" prefetch={false} className="link inline-block min-h-6">
                  {t("leftOut.toOwnPrices")}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
