import { number } from "./money";
import { amount, counted, day, type Locale, type Params, type Words } from "./wording";

/** What stands in the way of pricing the next user, what must be said beside the figures, and what would cost less. */
export const wordsNextUser: Words = {
  "next-user-no-price-list": {
    de: (p) =>
      `Für ${p.system} ist keine Preisliste in Kraft (${p.product}). Was ein Nutzer dort kostet, ist unbekannt, beim Anbieter erfragen.`,
    en: (p) =>
      `No price list is in force for ${p.system} (${p.product}). What a user costs there is unknown, ask the vendor.`,
  },
  "next-user-installed-unknown": {
    de: (p) =>
      `Wie viele Benutzer auf ${p.system} installiert sind, ist nicht erfasst. Tragen Sie die Zahl ein; sie gilt nur für diese Rechnung.`,
    en: (p) =>
      `How many users are installed on ${p.system} is not recorded. Enter the number; it counts for this calculation only.`,
  },
  "next-user-installed-told": {
    de: (p) =>
      `Annahme: heute ${counted(p.users, "installierter Benutzer", "installierte Benutzer", "de")}, wie hier eingetragen. Auf der Anlage ist keine Zahl erfasst.`,
    en: (p) =>
      `Assumption: ${counted(p.users, "user", "users", "en")} installed today, as entered here. No number is recorded for the system.`,
  },
  "next-user-licence-not-listed": {
    de: (p) =>
      `Nicht enthalten: die Benutzerlizenz der Telefonanlage selbst. Die Preisliste ${p.product} führt sie nicht; ihr Preis ist unbekannt, beim Anbieter erfragen.`,
    en: (p) =>
      `Not included: the PBX's own user licence. The price list ${p.product} does not have it; its price is unknown, ask the vendor.`,
  },
  "next-user-nothing-by-users": {
    de: (p) => `${p.system} hat keinen Artikel, dessen Preis von den installierten Benutzern abhängt.`,
    en: (p) => `${p.system} has no article whose price depends on the installed users.`,
  },
  "next-user-packs-full": {
    de: (p) =>
      `Annahme: ${name(p, "article", "de")} deckt heute ${counted(p.users, "Benutzer", "Benutzer", "de")} ab (${counted(p.packs, "Paket", "Pakete", "de")}, alle belegt). Wie viele es sind, ist nicht erfasst.`,
    en: (p) =>
      `Assumption: ${name(p, "article", "en")} covers ${counted(p.users, "user", "users", "en")} today (${counted(p.packs, "pack", "packs", "en")}, all taken). How many there are is not recorded.`,
  },
  "next-user-price-missing": {
    de: (p) =>
      `Ohne Listenpreis: ${p.articles}. Die Anschaffung ist deshalb unbekannt. Der Preis kann unter „Eigene Preise“ eingetragen werden.`,
    en: (p) =>
      `Without a list price: ${p.articles}. The purchase is therefore unknown. The price can be entered under “Own prices”.`,
  },
  "next-user-up2date-counts": {
    de: (p) =>
      `Für neue Lizenzen ist Up2Date bis zum laufenden Ende am ${day(p.endsOn, "de")} mitgerechnet, gekauft heute.`,
    en: (p) => `For new licences Up2Date is counted to its present end on ${day(p.endsOn, "en")}, as if bought today.`,
  },
  "next-user-up2date-rate-unknown": {
    de: (p) =>
      `Up2Date läuft bis ${day(p.endsOn, "de")}, sein Prozentsatz ist aber nicht erfasst: Was es für neue Lizenzen kostet, ist unbekannt und nicht enthalten.`,
    en: (p) =>
      `Up2Date runs until ${day(p.endsOn, "en")}, but its percentage is not recorded: what it costs for new licences is unknown and not included.`,
  },
  "next-user-up2date-over": {
    de: (p) =>
      `Up2Date ist am ${day(p.endsOn, "de")} ausgelaufen: Für neue Lizenzen ist keines gerechnet, und zurück führt nur das OneTime Upgrade.`,
    en: (p) =>
      `Up2Date lapsed on ${day(p.endsOn, "en")}: none is counted for new licences, and only the OneTime Upgrade leads back.`,
  },
  "next-user-no-up2date": {
    de: () => "Für dieses System ist kein Up2Date erfasst; für neue Lizenzen ist keines gerechnet.",
    en: () => "No Up2Date is recorded for this system; none is counted for new licences.",
  },
  "next-user-booking-unrecorded": {
    de: (p) =>
      `Zum laufenden Vertrag ${name(p, "article", "de")} ist nicht erfasst, was gebucht ist. Ohne das lässt sich nicht sagen, was ein weiterer Nutzer kostet.`,
    en: (p) =>
      `It is not recorded what the running contract ${name(p, "article", "en")} books. Without that nobody can say what a further user costs.`,
  },
  "next-user-booking-unclear": {
    de: (p) =>
      `Die gebuchte Position ${name(p, "article", "de")} lässt sich mit der Preisliste nicht rechnen: Ihr fehlt eine Angabe, oder die Liste kennt den Artikel nicht.`,
    en: (p) =>
      `The booked position ${name(p, "article", "en")} cannot be priced from the price list: it lacks a detail, or the list does not know the article.`,
  },
  "next-user-counts-what-ends": {
    de: (p) =>
      `Auf der Anlage ist etwas zum ${day(p.endsOn, "de")} gekündigt. Bis dahin läuft es und ist mitgerechnet.`,
    en: (p) => `Something on this system ends on ${day(p.endsOn, "en")} by notice. It runs until then and is counted.`,
  },
  "next-user-leaves-what-comes": {
    de: (p) => `Was ab ${day(p.fromOn, "de")} gebucht ist, ist noch nicht mitgerechnet.`,
    en: (p) => `What is booked from ${day(p.fromOn, "en")} is not counted yet.`,
  },

  "next-user-other-profile": {
    de: (p) =>
      `Mit ${name(p, "profile", "de")}${withOption(p, "de")} für ${users(p, "de")} ändert sich die Monatsrechnung um ${amount(p.monthlyCents, "de")} statt um ${amount(p.insteadCents, "de")}.`,
    en: (p) =>
      `With ${name(p, "profile", "en")}${withOption(p, "en")} for ${users(p, "en")} the monthly bill changes by ${amount(p.monthlyCents, "en")} instead of ${amount(p.insteadCents, "en")}.`,
  },
  "next-user-more-cost-less": {
    de: (p) =>
      `${number(Number(p.more), "de")} mehr, also ${users(p, "de")}, kosten im Monat ${amount(p.savedCents, "de")} weniger${once(p, "de")}.`,
    en: (p) =>
      `${number(Number(p.more), "en")} more, ${users(p, "en")} in all, cost ${amount(p.savedCents, "en")} less a month${once(p, "en")}.`,
  },
  "next-user-other-basket": {
    de: (p) =>
      `Dazu statt des kleinsten Warenkorbs: ${p.articles}. Das kostet ${amount(p.priceCents, "de")} und damit ${amount(p.savedCents, "de")} weniger.`,
    en: (p) =>
      `Instead of the smallest basket: ${p.articles}. That costs ${amount(p.priceCents, "en")}, which is ${amount(p.savedCents, "en")} less.`,
  },
};

function withOption(params: Params, locale: Locale): string {
  if (params.option === undefined) return "";
  return ` ${locale === "de" ? "und" : "and"} ${name(params, "option", locale)}`;
}

function users(params: Params, locale: Locale): string {
  return locale === "de"
    ? counted(params.users, "neuen Nutzer", "neue Nutzer", "de")
    : counted(params.users, "new user", "new users", "en");
}

function once(params: Params, locale: Locale): string {
  const cents = Number(params.oneOffCents);
  if (cents <= 0) return "";
  return locale === "de" ? ` (einmalig ${amount(cents, "de")} mehr)` : ` (${amount(cents, "en")} more once)`;
}

/** An article's name; `…En` stands beside it where English has its own. */
function name(params: Params, field: string, locale: Locale): string {
  return String((locale === "en" ? params[`${field}En`] : undefined) ?? params[field]);
}
