import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { LOCALE_COOKIE, type Locale, localeOf } from "@/lib/i18n/locale";
import { REQUEST_ID_HEADER } from "./proxy-headers";
import { cookieOf } from "./session";

/** The number under which a request stands in the log: the proxy's, else a new one. */
export function requestIdOf(request: Request): string {
  const known = request.headers.get(REQUEST_ID_HEADER);
  return known !== null && isUuid(known) ? known : uuidv7();
}

/** The language that the browser has chosen; answers use it, so that they fit the page they are shown on. */
export function localeOfRequest(request: Request): Locale {
  return localeOf(cookieOf(request.headers, LOCALE_COOKIE) ?? undefined);
}
