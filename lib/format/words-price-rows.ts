import { amount, counted, day, type Words } from "./wording";

/** What stops a price row of the reseller's own from being recorded or withdrawn. */
export const wordsPriceRows: Words = {
  "price-article-unknown": {
    de: () => "Diesen Artikel kennt keine Preisliste. Bitte wählen Sie einen Artikel aus der Liste.",
    en: () => "No price list knows this article. Please choose one from the list.",
  },
  "price-slot-unknown": {
    de: (p) =>
      `${p.article} hat dort keinen Preis, an dessen Stelle ein eigener treten könnte. Bitte wählen Sie, wofür der Preis gilt.`,
    en: (p) =>
      `${p.articleEn ?? p.article} has no price there that one of your own could replace. Please choose what the price is for.`,
  },
  "price-out-of-range": {
    de: (p) => `Ein Preis liegt zwischen 0,00 € und ${amount(p.most, "de")}.`,
    en: (p) => `A price lies between €0.00 and ${amount(p.most, "en")}.`,
  },
  "price-row-exists": {
    de: (p) =>
      `Ab ${day(p.validFrom, "de")} steht hier schon ein Preis: ${amount(p.cents, "de")}. Nehmen Sie ihn zurück, wenn er falsch ist, oder wählen Sie einen anderen Tag.`,
    en: (p) =>
      `From ${day(p.validFrom, "en")} there is a price here already: ${amount(p.cents, "en")}. Withdraw it if it is wrong, or choose another day.`,
  },
  "price-row-in-use": {
    de: (p) =>
      `Diesen Listenpreis tragen schon ${counted(p.count, "Anschaffung", "Anschaffungen", "de")}. Er bleibt stehen; erfassen Sie einen neuen Preis ab einem späteren Tag.`,
    en: (p) =>
      `${counted(p.count, "purchase carries", "purchases carry", "en")} this list price already. It stays; record a new price from a later day.`,
  },
  "price-row-withdrawn": {
    de: () => "Dieser Preis ist schon zurückgenommen.",
    en: () => "This price has been withdrawn already.",
  },
  "field-not-an-amount": {
    de: () => "Bitte schreiben Sie den Betrag in Euro, zum Beispiel 1.234,50.",
    en: () => "Please write the amount in euro, for example 1.234,50 or 1234.50.",
  },
};
