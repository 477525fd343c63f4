import { MessageCircleQuestion } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Reading, ReadingFigure } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { fineEuro, number } from "@/lib/format/money";

/** What the paper says, what is read, why, both figures with the difference, and whom to ask. */
export function ReadingList({
  readings,
  numbered = false,
  anchors,
}: {
  readings: readonly Reading[];
  /** By the numbers that stand beside the cells. */
  numbered?: boolean;
  /** The fragment of each, by its id. */
  anchors?: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const List = numbered ? "ol" : "ul";
  return (
    <List
      aria-label={t("readingsLabel")}
      className={`flex flex-col gap-3 text-sm ${numbered ? "mt-3 list-decimal border-l-2 border-line pl-3" : ""}`}
    >
      {readings.map((reading) => (
        <li
          key={reading.id}
          id={anchors?.get(reading.id) ?? anchorOf("reading", reading.id)}
          className={`target:bg-accent-ground ${numbered ? "ml-5 pl-1" : ""}`}
        >
          <p className="font-medium">{reading.read[locale]}</p>
          <p className="text-muted">
            {t("paperSays")} {reading.asPrinted}
          </p>
          {reading.figures?.map((figure) => (
            <Difference key={figure.about.de} figure={figure} />
          ))}
          <p className="text-muted">
            {t("because")} {reading.reason[locale]}
          </p>
          <p className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
            <span>{reading.clause}</span>
            <span className="inline-flex items-center gap-1">
              <Icon of={MessageCircleQuestion} className="size-3.5" />
              {t("confirmWith", { who: reading.confirmWith[locale] })}
            </span>
          </p>
        </li>
      ))}
    </List>
  );
}

function Difference({ figure }: { figure: ReadingFigure }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const text = (value: number) => (figure.in === "euro" ? fineEuro(value, locale) : number(value, locale));
  const words = {
    about: figure.about[locale],
    read: text(figure.read),
    other: text(figure.other),
    difference: text(Math.abs(figure.read - figure.other)),
  };
  return <p className="tabular-nums">{figure.undecided ? t("figuresOpen", words) : t("figuresRead", words)}</p>;
}
