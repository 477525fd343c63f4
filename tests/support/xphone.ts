import { newestEdition } from "@/lib/price-lists/index";

/** The rules under test, as the price list holds them. */
export const { prerequisites, up2date } = rulesUnderTest();

/** Article numbers by the words of the paper, typed out here and never read from the price list. */
export const SMART = "3212.0010";
export const SERVER = "3210.0030";
export const UPG_SERVER = "8.3210.003010";
export const AUTO_ATTENDANT = "3420.0030";
export const DATABASES = "3211.0030.010";
export const IP_CHANNEL = "3440.0030";
export const OFFICE = "3310.0030";
export const OFFICE_PLUS = "3311.0030";
export const UPG_OFFICE = "8.3311.003010";
export const FAX = "3320.0030";
export const VOICEMAIL = "3321.0030";
export const TEAMDESK = "3323.0030";
export const CONTACTS = "3512.0030";
export const DASHBOARD = "3513.0030";
export const TAPI = "3410.0030";

export const ALL_LICENCES = [
  SMART,
  SERVER,
  UPG_SERVER,
  AUTO_ATTENDANT,
  DATABASES,
  IP_CHANNEL,
  OFFICE,
  OFFICE_PLUS,
  UPG_OFFICE,
  FAX,
  VOICEMAIL,
  TEAMDESK,
  CONTACTS,
  DASHBOARD,
  TAPI,
] as const;

/** The articles marked (S) in the rules: never on a SMART SERVER. */
export const MARKED_S = [
  AUTO_ATTENDANT,
  DATABASES,
  IP_CHANNEL,
  OFFICE_PLUS,
  UPG_OFFICE,
  FAX,
  VOICEMAIL,
  TEAMDESK,
  CONTACTS,
  DASHBOARD,
] as const;

function rulesUnderTest() {
  const list = newestEdition("c4b");
  if (!list?.prerequisites || !list.up2date) throw new Error("the price list has no rules for systems");
  return { prerequisites: list.prerequisites, up2date: list.up2date };
}
