import { amount, counted, day, type Params, type Words } from "./wording";

/** What each act of a person is called in a sentence: "wurde … entschieden". */
const acts: Readonly<Record<string, { de: string; en: string }>> = {
  keep: { de: "laufen lassen", en: "to let it run" },
  "give-notice": { de: "kündigen", en: "to give notice" },
  change: { de: "ändern", en: "to change it" },
  snooze: { de: "zurückstellen", en: "to put it aside" },
};

const faults: Readonly<Record<string, { de: string; en: string }>> = {
  missing: { de: "Eine Voraussetzung fehlt.", en: "A prerequisite is missing." },
  excluded: { de: "Der Server schließt einen Artikel aus.", en: "The server excludes an article." },
  limit: { de: "Eine Obergrenze ist überschritten.", en: "A limit is exceeded." },
  "more-than-one": {
    de: "Ein Artikel ist mehrfach da, den eine Anlage nur einmal haben kann.",
    en: "An article is there more than once of which a system can have one only.",
  },
};
const faultText = (p: Params, locale: "de" | "en"): string =>
  faults[String(p.fault)]?.[locale] ??
  (locale === "de" ? "Die Anlage passt nicht zur Preisliste." : "The system does not fit the price list.");

/** An instant as day and time in Berlin would need a clock's zone; the day is enough to know who was first. */
const onDay = (p: Params, locale: "de" | "en"): string => day(String(p.at).slice(0, 10), locale);

/** Rows of the queue in one sentence, gaps in what is covered, and what stops an act. */
export const wordsDecisions: Words = {
  "decision-notice": {
    de: (p) =>
      `${p.phase === "minimum" ? "Die Mindestlaufzeit endet" : "Kündbar ist der Vertrag"} zum ${day(p.endsOn, "de")}. ${
        p.nextEndsOn === undefined ? "" : `Ohne Kündigung läuft er mindestens bis ${day(p.nextEndsOn, "de")}.`
      }`.trim(),
    en: (p) =>
      `${p.phase === "minimum" ? "The minimum term ends" : "The contract can end"} on ${day(p.endsOn, "en")}. ${
        p.nextEndsOn === undefined ? "" : `Without notice it runs until ${day(p.nextEndsOn, "en")} at least.`
      }`.trim(),
  },
  "decision-notice-rolling": {
    de: (p) =>
      `${counted(p.count, "Vertrag ist", "Verträge sind", "de")} monatlich kündbar${monthly(p, "de")}.${unknownCount(p, "de")}`,
    en: (p) =>
      `${counted(p.count, "contract", "contracts", "en")} can end every month${monthly(p, "en")}.${unknownCount(p, "en")}`,
  },
  "decision-missed": {
    de: (p) =>
      `Die Kündigung zum ${day(p.endsOn, "de")} wurde versäumt. Der Vertrag läuft nun mindestens bis ${day(p.nextEndsOn, "de")}; dafür muss die Kündigung spätestens am ${day(p.nextNoticeDueOn, "de")} zugehen.`,
    en: (p) =>
      `The notice to ${day(p.endsOn, "en")} was missed. The contract now runs until ${day(p.nextEndsOn, "en")} at least; a notice to that end must be received by ${day(p.nextNoticeDueOn, "en")}.`,
  },
  "decision-renewal-window": {
    de: (p) =>
      `Up2Date läuft am ${day(p.endsOn, "de")} aus und darf jetzt verlängert werden${renewal(p, "de")}. Danach kostet der Wiedereinstieg ein OneTime Upgrade zusätzlich${reentry(p, "de")}.`,
    en: (p) =>
      `Up2Date lapses on ${day(p.endsOn, "en")} and may be renewed now${renewal(p, "en")}. Afterwards the re-entry costs a OneTime Upgrade on top${reentry(p, "en")}.`,
  },
  "decision-up2date-end": {
    de: (p) =>
      `Up2Date läuft am ${day(p.endsOn, "de")} aus${renewal(p, "de")}. Danach kostet der Wiedereinstieg ein OneTime Upgrade zusätzlich${reentry(p, "de")}.`,
    en: (p) =>
      `Up2Date lapses on ${day(p.endsOn, "en")}${renewal(p, "en")}. Afterwards the re-entry costs a OneTime Upgrade on top${reentry(p, "en")}.`,
  },
  "decision-up2date-lapsed": {
    de: (p) =>
      `Up2Date ist seit ${day(p.endsOn, "de")} ausgelaufen. Neu gibt es es nur zusammen mit einem OneTime Upgrade${reentry(p, "de")}.`,
    en: (p) =>
      `Up2Date lapsed on ${day(p.endsOn, "en")}. It can be had again only together with a OneTime Upgrade${reentry(p, "en")}.`,
  },
  "decision-tier-exceeded": {
    de: (p) =>
      `Installiert sind ${counted(p.users, "Benutzer", "Benutzer", "de")}, lizenziert ist die Staffel ${p.tier}: ${
        Number(p.count) === 1
          ? "Der Artikel braucht"
          : `${counted(p.count, "Artikel braucht", "Artikel brauchen", "de")}`
      } die Staffel ${p.neededTier}.`,
    en: (p) =>
      `${counted(p.users, "user is", "users are", "en")} installed, the tier licensed is ${p.tier}: ${
        Number(p.count) === 1 ? "the article needs" : `${counted(p.count, "article needs", "articles need", "en")}`
      } tier ${p.neededTier}.`,
  },
  "decision-prerequisite-broken": {
    de: (p) => `${faultText(p, "de")}${Number(p.count) > 1 ? ` Insgesamt sind es ${p.count} Verstöße.` : ""}`,
    en: (p) => `${faultText(p, "en")}${Number(p.count) > 1 ? ` There are ${p.count} violations in all.` : ""}`,
  },
  "decision-coverage-gap": {
    de: (p) =>
      p.gap === "bought-before-plan"
        ? `${counted(p.count, "Modul wurde", "Module wurden", "de")} vor dem Support-Plan gekauft (Beginn ${day(p.planStartsOn, "de")}) und ${Number(p.count) === 1 ? "ist" : "sind"} nicht abgedeckt.`
        : "Die Anlage hat kein Up2Date: Neue Versionen sind nicht enthalten.",
    en: (p) =>
      p.gap === "bought-before-plan"
        ? `${counted(p.count, "module was", "modules were", "en")} bought before the support plan (from ${day(p.planStartsOn, "en")}) and ${Number(p.count) === 1 ? "is" : "are"} not covered.`
        : "The system has no Up2Date: new versions are not included.",
  },
  "decision-rule-unknown": {
    de: (p) =>
      `Verlängerung und Kündigungsfrist sind unbekannt${p.minimumEndsOn === undefined ? "" : `; die Mindestlaufzeit endet am ${day(p.minimumEndsOn, "de")}`}. Bitte beim Anbieter erfragen und beim Vertrag erfassen.`,
    en: (p) =>
      `Renewal and notice period are unknown${p.minimumEndsOn === undefined ? "" : `; the minimum term ends on ${day(p.minimumEndsOn, "en")}`}. Please ask the vendor and record them with the contract.`,
  },
  "decision-notice-unconfirmed": {
    de: (p) => `Die Kündigung vom ${day(p.receivedOn, "de")} zum ${day(p.endsOn, "de")} ist noch nicht bestätigt.`,
    en: (p) => `The notice received on ${day(p.receivedOn, "en")} to ${day(p.endsOn, "en")} is not confirmed yet.`,
  },

  "coverage-bought-before-plan": {
    de: (p) =>
      `${counted(p.count, "Modul wurde", "Module wurden", "de")} vor dem Beginn des Support-Plans am ${day(p.planStartsOn, "de")} gekauft. Der Plan deckt nur, was mit ihm oder nach ihm gekauft wurde.`,
    en: (p) =>
      `${counted(p.count, "module was", "modules were", "en")} bought before the support plan began on ${day(p.planStartsOn, "en")}. The plan covers only what was bought with it or after it.`,
  },
  "coverage-lapsed": {
    de: (p) =>
      `Up2Date ist seit ${day(p.endsOn, "de")} ausgelaufen. Für die ganze Anlage gibt es keine neuen Versionen.`,
    en: (p) => `Up2Date lapsed on ${day(p.endsOn, "en")}. There are no new versions for the whole system.`,
  },
  "coverage-never": {
    de: () => "Für diese Anlage wurde nie Up2Date gekauft. Neue Versionen sind nicht enthalten.",
    en: () => "Up2Date was never bought for this system. New versions are not included.",
  },
  "release-not-recorded": {
    de: () => "Der Release-Stand der Anlage ist nicht erfasst. Davon hängt der Preis des OneTime Upgrades ab.",
    en: () => "The system's release is not recorded. The price of the OneTime Upgrade depends on it.",
  },

  "decision-already-decided": {
    de: (p) =>
      `${p.byName} hat das am ${onDay(p, "de")} schon entschieden: ${acts[String(p.act)]?.de ?? p.act}. Zum Ändern machen Sie das zuerst rückgängig.`,
    en: (p) =>
      `${p.byName} has already decided on ${onDay(p, "en")}: ${acts[String(p.act)]?.en ?? p.act}. To change it, undo that first.`,
  },
  "decision-already-snoozed": {
    de: (p) =>
      `${p.byName} hat das am ${onDay(p, "de")} schon zurückgestellt. Zum Ändern machen Sie das zuerst rückgängig.`,
    en: (p) => `${p.byName} has already put this aside on ${onDay(p, "en")}. To change it, undo that first.`,
  },
  "decision-changed": {
    de: () =>
      "Inzwischen hat sich geändert, worum es hier geht. Bitte laden Sie die Liste neu und entscheiden Sie dann.",
    en: () => "What this is about has changed meanwhile. Please reload the list and decide then.",
  },
  "choice-not-possible": {
    de: () => "Hier gibt es nichts zu kündigen. Möglich sind „laufen lassen“ und „ändern“.",
    en: () => "There is nothing to give notice to here. You can let it run or change it.",
  },
  "nothing-to-undo": {
    de: () => "Hier ist nichts rückgängig zu machen: Es ist nichts entschieden und nichts zurückgestellt.",
    en: () => "There is nothing to undo here: nothing was decided and nothing put aside.",
  },
  "reason-missing": {
    de: () => "Bitte nennen Sie einen Grund, damit später jeder nachvollziehen kann, warum so entschieden wurde.",
    en: () => "Please give a reason, so that everybody can see later why this was decided.",
  },
  "reason-too-long": {
    de: (p) => `Der Grund ist zu lang. Erlaubt sind höchstens ${counted(p.most, "Zeichen", "Zeichen", "de")}.`,
    en: (p) => `The reason is too long. At most ${counted(p.most, "character", "characters", "en")} are allowed.`,
  },
  "snooze-not-after-today": {
    de: (p) => `Zurückstellen geht nur bis zu einem Tag nach heute (${day(p.today, "de")}).`,
    en: (p) => `It can be put aside only until a day after today (${day(p.today, "en")}).`,
  },
  "snooze-too-long": {
    de: (p) => `Zurückstellen geht höchstens bis ${day(p.latest, "de")}.`,
    en: (p) => `It can be put aside until ${day(p.latest, "en")} at most.`,
  },
  "snooze-after-deadline": {
    de: (p) => `Spätester Zugang ist am ${day(p.dueOn, "de")}. Stellen Sie höchstens bis zu diesem Tag zurück.`,
    en: (p) => `The latest receipt is on ${day(p.dueOn, "en")}. Put it aside until that day at most.`,
  },

  "received-no-day": {
    de: () => "Bitte geben Sie den Tag des Zugangs an, zum Beispiel 31.12.2026.",
    en: () => "Please give the day of receipt, for example 31 Dec 2026.",
  },
  "received-after-today": {
    de: (p) =>
      `Der Zugang kann nicht nach heute (${day(p.today, "de")}) liegen. Erfassen Sie ihn, wenn er erfolgt ist.`,
    en: (p) => `The receipt cannot lie after today (${day(p.today, "en")}). Record it once it has happened.`,
  },
  "note-too-long": {
    de: (p) => `Die Notiz ist zu lang. Erlaubt sind höchstens ${counted(p.most, "Zeichen", "Zeichen", "de")}.`,
    en: (p) => `The note is too long. At most ${counted(p.most, "character", "characters", "en")} are allowed.`,
  },
  "notice-in-force": {
    de: (p) => `Der Vertrag ist schon gekündigt: Zugang am ${day(p.receivedOn, "de")}, Ende am ${day(p.endsOn, "de")}.`,
    en: (p) =>
      `Notice was given already: received on ${day(p.receivedOn, "en")}, the contract ends on ${day(p.endsOn, "en")}.`,
  },
  "ends-with-main-contract": {
    de: (p) =>
      `Der Vertrag endet schon mit seinem Hauptvertrag am ${day(p.endsOn, "de")}. Eine Kündigung ist nicht nötig.`,
    en: (p) => `The contract ends with its main contract on ${day(p.endsOn, "en")} already. No notice is needed.`,
  },
  "end-changed": {
    de: (p) =>
      `Die Kündigung würde zum ${day(p.endsOn, "de")} wirken, nicht zum ${day(p.expectedEndsOn, "de")}. Bitte prüfen Sie die Vorschau noch einmal.`,
    en: (p) =>
      `The notice would end the contract on ${day(p.endsOn, "en")}, not on ${day(p.expectedEndsOn, "en")}. Please check the preview again.`,
  },
  "notice-withdrawn": {
    de: (p) => `Diese Kündigung wurde am ${day(p.receivedOn, "de")} zurückgenommen.`,
    en: (p) => `This notice was withdrawn on ${day(p.receivedOn, "en")}.`,
  },
  "notice-confirmed": {
    de: (p) => `Diese Kündigung ist schon bestätigt, am ${day(p.receivedOn, "de")}.`,
    en: (p) => `This notice is confirmed already, on ${day(p.receivedOn, "en")}.`,
  },
  "before-notice": {
    de: (p) => `Das kann nicht vor dem Zugang der Kündigung am ${day(p.receivedOn, "de")} liegen.`,
    en: (p) => `This cannot lie before the receipt of the notice on ${day(p.receivedOn, "en")}.`,
  },
  "contract-ended": {
    de: (p) => `Der Vertrag ist seit ${day(p.endsOn, "de")} beendet. Die Kündigung lässt sich nicht mehr zurücknehmen.`,
    en: (p) => `The contract ended on ${day(p.endsOn, "en")}. The notice can no longer be withdrawn.`,
  },
  "policy-not-known": {
    de: () => "Keine Preisliste kennt die Regel dieses Vertrags. Bitte prüfen Sie, worauf er beruht.",
    en: () => "No price list knows the rule of this contract. Please check what it rests on.",
  },
  "rule-source-missing": {
    de: () => "Bitte nennen Sie, worin die Regel steht, zum Beispiel „Auftragsformular vom 01.03.2026“.",
    en: () => 'Please say where the rule stands, for example "order form of 1 March 2026".',
  },
  "rule-clause-missing": {
    de: () => "Bitte nennen Sie die Stelle, zum Beispiel „Ziffer 4“ oder „Seite 2“.",
    en: () => 'Please give the place, for example "clause 4" or "page 2".',
  },
  "rule-text-too-long": {
    de: (p) => `Das ist zu lang. Erlaubt sind höchstens ${counted(p.most, "Zeichen", "Zeichen", "de")}.`,
    en: (p) => `This is too long. At most ${counted(p.most, "character", "characters", "en")} are allowed.`,
  },
  "rule-unit-unknown": {
    de: () => "Die Frist zählt in Tagen, Wochen, Monaten oder Werktagen.",
    en: () => "The notice period counts in days, weeks, months or Werktage.",
  },
  "rule-anchor-unknown": {
    de: () => "Gekündigt wird zum Laufzeitende, zum Monatsende oder zum Jahresende.",
    en: () => "Notice is given to the end of the term, of a month or of a year.",
  },
  "land-unknown": {
    de: (p) => `Dieses Land gibt es nicht. Möglich sind: ${p.choices}.`,
    en: (p) => `There is no such Land. Possible are: ${p.choices}.`,
  },
  "rule-after-notice": {
    de: (p) =>
      `Der Vertrag ist zum ${day(p.endsOn, "de")} gekündigt. Nehmen Sie die Kündigung zurück, bevor Sie die Regel ändern.`,
    en: (p) =>
      `The contract was given notice to ${day(p.endsOn, "en")}. Withdraw the notice before you change the rule.`,
  },
  "contract-changed": {
    de: () =>
      "Jemand anderes hat den Vertrag inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie Ihre Eingabe.",
    en: () => "Somebody else has changed the contract meanwhile. Please reload the page and check what you entered.",
  },
};

function monthly(p: Params, locale: "de" | "en"): string {
  if (p.monthlyCents === undefined) return "";
  const sum = amount(p.monthlyCents, locale);
  return locale === "de" ? `, zusammen ${sum} im Monat` : `, ${sum} a month in all`;
}

function unknownCount(p: Params, locale: "de" | "en"): string {
  if (p.unknownCount === undefined || Number(p.unknownCount) === 0) return "";
  return locale === "de"
    ? ` Bei ${p.unknownCount} davon ist der Betrag unbekannt.`
    : ` The amount of ${p.unknownCount} of them is unknown.`;
}

function renewal(p: Params, locale: "de" | "en"): string {
  if (p.renewalCents === undefined || p.years === undefined) return "";
  return locale === "de"
    ? ` (${counted(p.years, "Jahr", "Jahre", "de")}: ${amount(p.renewalCents, "de")})`
    : ` (${counted(p.years, "year", "years", "en")}: ${amount(p.renewalCents, "en")})`;
}

function reentry(p: Params, locale: "de" | "en"): string {
  return p.reentryCents === undefined ? "" : ` (${amount(p.reentryCents, locale)})`;
}
