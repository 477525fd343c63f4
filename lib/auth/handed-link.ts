import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { isSecure } from "./secrets";
import { setCookie } from "./session";
import { invitationLink } from "./tokens";

const NAME = `${isSecure ? "__Host-" : ""}lizenzkontor.link`;
/** Long enough for the page that follows, and over before the next visit. */
const SECONDS = 120;

/** The `Set-Cookie` line that hands a new invitation's link to the page that follows, and to no address, log or history. */
export function handLink(token: string, email: string): string {
  return setCookie(NAME, `${token}.${Buffer.from(email).toString("base64url")}`, SECONDS);
}

/** The link that has just been made in this browser, to be shown and copied. */
export async function handedLink(): Promise<{ readonly link: string; readonly email: string } | null> {
  const [token = "", email = ""] = (await cookies()).get(NAME)?.value.split(".") ?? [];
  if (!/^[\w-]{43}$/.test(token)) return null;
  return { link: invitationLink(env.origin, token), email: Buffer.from(email, "base64url").toString() };
}
