import { number } from "./money";
import { counted, type Params, type Words } from "./wording";

/** The wording of baskets, reverse checks, the next user, savings, and the look-up of numbers. */
export const wordsStock: Words = {
  "basket-empty": {
    de: () => "Es muss keine weitere Lizenz dazu.",
    en: () => "No further licence is needed.",
  },
  "basket-smallest": {
    de: (p) =>
      `Mit ${counted(p.units, "weiteren Lizenz", "weiteren Lizenzen", "de")} kommt das System aus; mit weniger nicht.`,
    en: (p) => `The system needs ${counted(p.units, "further licence", "further licences", "en")}; fewer will not do.`,
  },
  "basket-leaves-obstacles": {
    de: (p) =>
      `${counted(p.count, "Hindernis bleibt", "Hindernisse bleiben", "de")}: Keine weitere Lizenz hebt es auf.`,
    en: (p) => `${counted(p.count, "obstacle stays", "obstacles stay", "en")}: no further licence removes it.`,
  },
  "basket-brings-included": {
    de: (p) => `${p.article} bringt ${figure(p, "quantity", "de")} ${p.included} mit; sie sind hier eingerechnet.`,
    en: (p) => `${p.article} brings ${figure(p, "quantity", "en")} ${p.included} along; they are counted here.`,
  },
};

function figure(params: Params, name: string, locale: "de" | "en"): string {
  return number(Number(params[name]), locale);
}
