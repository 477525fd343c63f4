/** The shortest password in characters; length is what guessing costs. */
export const PASSWORD_MIN_LENGTH = 12;
/** Beyond this a password is refused rather than cut. */
export const PASSWORD_MAX_LENGTH = 200;

/** What people choose when twelve characters are asked for; compared in lower case, without blanks, hyphens and underscores. */
const common: ReadonlySet<string> = new Set([
  "123456789012",
  "1234567890123",
  "12345678901234",
  "123456789123",
  "012345678910",
  "abcdefghijkl",
  "abcdefghijklm",
  "abc123456789",
  "administrator",
  "administrator1",
  "adminadmin123",
  "correcthorsebatterystaple",
  "dragon123456",
  "hallohallo12",
  "hallohallo123",
  "hallowelt123",
  "ichliebedich",
  "ichliebedich1",
  "iloveyou1234",
  "internet1234",
  "letmein123456",
  "lizenzkontor",
  "lizenzkontor1",
  "lizenzkontor123",
  "passwort1234",
  "passwort12345",
  "passwort123456",
  "passwortpasswort",
  "password1234",
  "password12345",
  "password123456",
  "password123!",
  "passwordpassword",
  "qwertyuiop12",
  "qwertyuiop123",
  "qwertzuiop12",
  "qwertzuiop123",
  "qwertzuiopü+",
  "schalke04schalke04",
  "sommer202600",
  "telefonanlage",
  "telefonanlage1",
  "willkommen12",
  "willkommen123",
  "willkommen1234",
]);

export type PasswordWeakness =
  | "password-too-short"
  | "password-too-long"
  | "password-is-email"
  | "password-common"
  | "password-one-sign";

/**
 * Why a password may not be taken, or null. Lengths count characters as people see them (code points). It may not hold the e-mail
 * address or its first part, and may not be one of the few that everybody tries first.
 */
export function passwordWeakness(password: string, email: string): PasswordWeakness | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return "password-too-short";
  if (length > PASSWORD_MAX_LENGTH) return "password-too-long";
  const lower = password.toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  const rest = lower.replaceAll(email.toLowerCase(), "");
  if (rest.length < 6 || lower === local || lower === `${local}${local}`) return "password-is-email";
  if (new Set(lower).size < 5) return "password-one-sign";
  if (common.has(lower.replaceAll(/[\s_-]/g, ""))) return "password-common";
  return null;
}
