import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import type { Fault } from "./answers";

/** The language of a program's answers: German, unless it asks for English first. */
export function localeOfCaller(headers: Headers): Locale {
  return /^\s*en\b/i.test(headers.get("accept-language") ?? "") ? "en" : "de";
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** The body of a problem document (RFC 9457). */
export function problemOf(fault: Fault, requestId: string, locale: Locale, more: Record<string, unknown> = {}) {
  return {
    type: `urn:lizenzkontor:problem:${fault.code}`,
    title: titles[fault.status] ?? "Problem",
    status: fault.status,
    detail: sentence({ code: fault.code, params: { requestId, ...fault.params } }, locale),
    instance: `urn:uuid:${requestId}`,
    errors: (fault.fields ?? []).map(({ path, code, params }) => ({
      path,
      message: sentence({ code, params }, locale),
    })),
    ...more,
  };
}
