import type { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { dayText } from "@/lib/format/day";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import type { SavingItem } from "@/lib/use-cases/list-savings";
import { changeText } from "./change-text";

type Words = ReturnType<typeof useTranslations<"savings">>;

/** How the program that reads it writes figures and days. */
interface Writing {
  readonly decimal: "," | ".";
  readonly days: "german" | "iso";
}

const columns = [
  "kind",
  "what",
  "customerNumber",
  "customer",
  "system",
  "product",
  "yearly",
  "once",
  "breakEven",
  "effect",
  "sendBy",
  "clerk",
  "sample",
  "why",
  "source",
] as const;

export function savingsLineHead(t: Words): string[] {
  return columns.map((column) => t(`csv.${column}`));
}

/** A row of the list as texts; amounts in euro without their sign, what is unknown or does not apply is empty. */
export function savingsLine(t: Words, locale: Locale, item: SavingItem, writing: Writing): string[] {
  const { effect, explanation } = item;
  const sources = explanation.flatMap(({ source }) =>
    source === undefined ? [] : `${source.document}, ${source.clause}`,
  );
  const texts: Readonly<Record<(typeof columns)[number], string>> = {
    kind: t(`kinds.${item.kind}`),
    what: changeText(t, locale, item.kind, explanation),
    customerNumber: item.customerNumber,
    customer: item.customerName,
    system: item.systemName,
    product: item.productName,
    yearly: amount(item.yearlyCents, writing),
    once: amount(item.onceCents, writing),
    breakEven: item.breakEvenMonth === null ? "" : String(item.breakEvenMonth),
    effect:
      effect.kind === "on-order"
        ? t("onOrder")
        : effect.kind === "unknown"
          ? t("effectUnknown")
          : day(effect.startsOn, writing),
    sendBy: effect.kind === "after-notice" && effect.sendByOn !== null ? day(effect.sendByOn, writing) : "",
    clerk: item.clerkName ?? "",
    sample: item.sample ? t("csv.isSample") : "",
    why: explanation.map((reason) => sentence(reason, locale)).join(" "),
    source: [...new Set(sources)].join("; "),
  };
  return columns.map((column) => texts[column]);
}

function amount(cents: Cents, { decimal }: Writing): string {
  return `${Math.floor(cents / 100)}${decimal}${String(cents % 100).padStart(2, "0")}`;
}

function day(on: Day, { days }: Writing): string {
  return days === "iso" ? on : dayText(on, "de");
}
