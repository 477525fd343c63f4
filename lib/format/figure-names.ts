import type { Locale } from "./wording";

/** What the figures of a system are called, by their paths. */
export const figureNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  installedUsers: { de: "Installierte Benutzer", en: "Users installed" },
  installedLightUsers: { de: "Installierte User Light", en: "User Light installed" },
  release: { de: "Version", en: "Release" },
  "usage.dataSources": { de: "Datenquellen", en: "Data sources" },
  "usage.ldapDataSources": { de: "Davon LDAP-Datenquellen", en: "LDAP data sources among them" },
  "usage.faxInClient": { de: "Fax im Client", en: "Fax in the client" },
  "usage.voicemailInClient": { de: "Voicemail im Client", en: "Voicemail in the client" },
  "usage.voicemailSms": { de: "Voicemail mit SMS-Benachrichtigung", en: "Voicemail with SMS notification" },
  "usage.voicemailInMobileApp": { de: "Voicemail in der Mobile App", en: "Voicemail in the mobile app" },
};

/** The name of a figure; a test holds that each use of each price list has one. */
export function figureName(path: string, locale: Locale): string {
  return figureNames[path]?.[locale] ?? path;
}
