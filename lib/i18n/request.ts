import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, localeOf } from "./locale";
import de from "./messages/de.json";
import en from "./messages/en.json";

const messages = { de, en };

/** Which language and which words a request gets: from the cookie, never from the address or the browser's wishes. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: messages[locale], timeZone: "Europe/Berlin" };
});
