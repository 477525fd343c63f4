/**
 * An e-mail address as it is kept: trimmed and in lower case. Plain ASCII, one address, no quotes, brackets, commas or semicolons:
 * look-alike signs and address lists are how mail meant for one person reaches another.
 */
const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address as it is kept, or null where it is none. */
export function emailOf(written: string): string | null {
  const trimmed = written.trim();
  // Before lower case: some signs of other scripts turn into ASCII letters by it.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) return null;
  const email = trimmed.toLowerCase();
  return email.length <= 254 && address.test(email) ? email : null;
}
