import { cookies } from "next/headers";
import { isSecure } from "./secrets";
import { setCookie } from "./session";

const NAME = `${isSecure ? "__Host-" : ""}lizenzkontor.api-key`;
/** Long enough for the page that follows, and over before the next visit. */
const SECONDS = 120;

/** The `Set-Cookie` line that hands a new key to the page that follows, and to no address, log or history. */
export function handApiKey(key: string): string {
  return setCookie(NAME, key, SECONDS);
}

/** The key that has just been made in this browser, to be shown and copied. */
export async function handedApiKey(): Promise<string | null> {
  const key = (await cookies()).get(NAME)?.value ?? "";
  return /^lk_[\w-]{43}$/.test(key) ? key : null;
}
