import type { Words } from "./wording";

/** A point in time of a reason (`2026-11-20T14:35:00.000Z`) as the clock in Berlin shows it. */
function clock(value: unknown, locale: "de" | "en"): string {
  const text = String(value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return "…";
  const form = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    timeZone: "Europe/Berlin",
    timeStyle: "short",
  });
  // Rounded up to the minute: at the time that is named, it works.
  return form.format(new Date(Math.ceil(new Date(text).getTime() / 60_000) * 60_000));
}

/** A name that the answer to a form without script does not carry (see `faultSentence`). */
const isLeftOut = (value: unknown): boolean => value === undefined || value === "…";

/** Signing in, invitations, users, one's own account, resellers. */
export const wordsPeople: Words = {
  "sign-in-wrong": {
    de: () => "E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.",
    en: () => "E-mail address or password is wrong. Please check both.",
  },
  "sign-in-locked": {
    de: (p) => `Zu viele Versuche. Ab ${clock(p.until, "de")} Uhr können Sie sich wieder anmelden.`,
    en: (p) => `Too many attempts. You can sign in again from ${clock(p.until, "en")} (Berlin time).`,
  },
  "password-too-short": {
    de: () => "Das Passwort braucht mindestens 12 Zeichen.",
    en: () => "The password needs at least 12 characters.",
  },
  "password-too-long": {
    de: () => "Das Passwort darf höchstens 200 Zeichen haben.",
    en: () => "The password may have at most 200 characters.",
  },
  "password-is-email": {
    de: () =>
      "Das Passwort darf nicht die E-Mail-Adresse sein. Am besten sind mehrere Wörter, die nicht zusammengehören.",
    en: () => "The password must not be the e-mail address. Several words that do not belong together are best.",
  },
  "password-common": {
    de: () =>
      "Dieses Passwort wird als eines der ersten probiert. Am besten sind mehrere Wörter, die nicht zusammengehören.",
    en: () => "This password is among the first that are tried. Several words that do not belong together are best.",
  },
  "password-one-sign": {
    de: () => "Das Passwort braucht mindestens fünf verschiedene Zeichen.",
    en: () => "The password needs at least five different characters.",
  },
  "passwords-differ": {
    de: () => "Die beiden Passwörter sind nicht gleich. Bitte geben Sie zweimal dasselbe ein.",
    en: () => "The two passwords differ. Please enter the same one twice.",
  },
  "password-present-wrong": {
    de: () => "Das jetzige Passwort stimmt nicht.",
    en: () => "The present password is wrong.",
  },
  "password-unchanged": {
    de: () => "Das ist Ihr jetziges Passwort. Bitte wählen Sie ein neues.",
    en: () => "This is your present password. Please choose a new one.",
  },
  "invitation-gone": {
    de: () =>
      "Dieser Einladungslink gilt nicht mehr: Er ist benutzt, abgelaufen oder zurückgezogen. Bitten Sie um einen neuen.",
    en: () =>
      "This invitation link no longer works: it was used, has run out or was withdrawn. Please ask for a new one.",
  },
  "invitation-account-exists": {
    de: () =>
      "Für diese E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich damit an, um die Einladung anzunehmen.",
    en: () => "There is already an account for this e-mail address. Sign in with it to accept the invitation.",
  },
  "invitation-for-another": {
    de: (p) =>
      isLeftOut(p.email)
        ? "Die Einladung gilt für eine andere E-Mail-Adresse. Melden Sie sich ab und mit der eingeladenen wieder an."
        : `Die Einladung gilt für ${p.email}. Melden Sie sich ab und mit dieser Adresse wieder an.`,
    en: (p) =>
      isLeftOut(p.email)
        ? "The invitation is for another e-mail address. Sign out, and sign in with the invited one."
        : `The invitation is for ${p.email}. Sign out, and sign in with that address.`,
  },
  "invitation-platform-admin": {
    de: () =>
      "Ein Konto der Plattform kann nicht zugleich zu einem Händler gehören. Nehmen Sie eine andere E-Mail-Adresse.",
    en: () => "A platform account cannot belong to a reseller as well. Use another e-mail address.",
  },
  "invitation-already-member": {
    de: () => "Sie gehören schon zu diesem Händler.",
    en: () => "You already belong to this reseller.",
  },
  "person-already-member": {
    de: (p) =>
      isLeftOut(p.email)
        ? "Diese Person gehört schon zu Ihren Benutzern."
        : `${p.email} gehört schon zu Ihren Benutzern.`,
    en: (p) =>
      isLeftOut(p.email) ? "This person is already one of your users." : `${p.email} is already one of your users.`,
  },
  "person-deactivated-member": {
    de: (p) =>
      isLeftOut(p.email)
        ? "Diese Person ist bei Ihnen deaktiviert. Reaktivieren Sie den Benutzer in der Liste."
        : `${p.email} ist bei Ihnen deaktiviert. Reaktivieren Sie den Benutzer in der Liste.`,
    en: (p) =>
      isLeftOut(p.email)
        ? "This person is deactivated. Reactivate the user in the list."
        : `${p.email} is deactivated. Reactivate the user in the list.`,
  },
  "person-yourself": {
    de: () =>
      "Ihre eigene Rolle können Sie nicht ändern und sich selbst nicht deaktivieren. Das kann ein anderer Admin.",
    en: () => "You cannot change your own role or deactivate yourself. Another admin can.",
  },
  "person-last-admin": {
    de: () => "Das ist der letzte Admin. Machen Sie zuerst einen anderen Benutzer zum Admin.",
    en: () => "This is the last admin. Make another user an admin first.",
  },
  "person-deactivated": {
    de: () => "Der Benutzer ist deaktiviert. Reaktivieren Sie ihn zuerst.",
    en: () => "The user is deactivated. Reactivate the user first.",
  },
  "customers-one-needed": {
    de: () => "Diese Rolle gehört zu genau einem Kunden. Bitte geben Sie eine Kundennummer an.",
    en: () => "This role belongs to exactly one customer. Please give one customer number.",
  },
  "customers-not-for-role": {
    de: () => "Diese Rolle sieht alle Kunden. Lassen Sie das Feld leer.",
    en: () => "This role sees all customers. Leave the field empty.",
  },
  "customers-unknown": {
    de: (p) =>
      isLeftOut(p.numbers)
        ? "Mindestens eine dieser Kundennummern gibt es nicht. Bitte prüfen Sie die Nummern in der Kundenliste."
        : `Diese Kundennummern gibt es nicht: ${p.numbers}.`,
    en: (p) =>
      isLeftOut(p.numbers)
        ? "At least one of these customer numbers does not exist. Please check the numbers in the list of customers."
        : `There are no such customer numbers: ${p.numbers}.`,
  },
  "customers-too-many": {
    de: (p) => `Höchstens ${p.maximum} Kunden können einzeln genannt werden. Lassen Sie das Feld leer für alle.`,
    en: (p) => `At most ${p.maximum} customers can be named one by one. Leave the field empty for all.`,
  },
  "reseller-name-taken": {
    de: (p) =>
      isLeftOut(p.name)
        ? "Einen Händler mit diesem Namen gibt es schon. Bitte wählen Sie einen anderen."
        : `Einen Händler „${p.name}“ gibt es schon. Bitte wählen Sie einen anderen Namen.`,
    en: (p) =>
      isLeftOut(p.name)
        ? "There is already a reseller of this name. Please choose another one."
        : `There is already a reseller "${p.name}". Please choose another name.`,
  },
  "reseller-has-admin": {
    de: () => "Dieser Händler hat schon einen Admin. Weitere Benutzer lädt er selbst ein.",
    en: () => "This reseller already has an admin, who invites further users.",
  },
};
