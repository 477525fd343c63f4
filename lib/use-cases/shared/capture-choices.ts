import type { PriceList } from "@/lib/domain/catalog";
import { type WishChoice, wishChoices } from "@/lib/domain/wish-choices";
import { paymentOf } from "./import-policies";

/** What can be recorded as bought, and what as a contract: the articles of a list with the forms in which they are had. */
export interface CaptureChoice extends Pick<WishChoice, "sku" | "form" | "amount" | "tiered"> {
  /** The list's group of the article. */
  readonly group: string;
}

export function purchaseChoices(list: PriceList): readonly CaptureChoice[] {
  return ordinary(list, (choice, once) => (choice.form.mode === undefined ? once : choice.form.mode === "purchase"));
}

/** With the maintenance that a system's licences have together, which nobody orders by itself. */
export function contractChoices(list: PriceList): readonly CaptureChoice[] {
  const upkeep = [...(list.up2date?.terms.map(({ sku }) => sku) ?? []), list.up2date?.additional.sku ?? ""];
  const maintenance = list.articles
    .filter(({ sku }) => upkeep.includes(sku))
    .map(({ sku, group }): CaptureChoice => ({ sku, group, form: {}, amount: "single", tiered: false }));
  return [
    ...maintenance,
    ...ordinary(list, (choice, once) => (choice.form.mode === undefined ? !once : choice.form.mode !== "purchase")),
  ];
}

function ordinary(list: PriceList, takes: (choice: WishChoice, once: boolean) => boolean): CaptureChoice[] {
  return wishChoices(list).flatMap((choice) => {
    const article = list.articles.find(({ sku }) => sku === choice.sku);
    if (article === undefined || !takes(choice, paymentOf(list, article) === "once")) return [];
    const { sku, form, amount, tiered } = choice;
    return [{ sku, form, amount, tiered, group: article.group }];
  });
}
