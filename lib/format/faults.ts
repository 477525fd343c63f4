import { hasWording, sentence } from "./reasons";
import type { Locale } from "./wording";

/** Parameters of an address, as Next hands them to a page. */
export type AddressParams = Readonly<Record<string, string | string[] | undefined>>;

/** Names that wordings use; the address carries only figures, so that nobody can put his own words into the portal's mouth. */
const unnamed = { email: "…", name: "…", numbers: "…", origin: "…", requestId: "…" };

/**
 * The sentence for what a form that was sent without script failed of: the answer led back to the page with `?fehler=<code>` and
 * `fehler.<name>=<figure>`. Null where there is nothing to say.
 */
export function faultSentence(address: AddressParams, locale: Locale): string | null {
  const code = address.fehler;
  if (typeof code !== "string" || !hasWording(code)) return null;
  const params: Record<string, string> = { ...unnamed };
  for (const [key, value] of Object.entries(address)) {
    const name = key.startsWith("fehler.") ? key.slice("fehler.".length) : "";
    if (name !== "" && typeof value === "string" && isFigure(value)) params[name] = value;
  }
  return whole(() => sentence({ code, params }, locale)) ?? sentence({ code: "fields-invalid", params: {} }, locale);
}

/** A sentence, unless the address left out a figure that it needs. */
function whole(say: () => string): string | null {
  try {
    const said = say();
    return /undefined|NaN|null|Invalid/.test(said) ? null : said;
  } catch {
    return null;
  }
}

/** A number, a day or an instant. */
export function isFigure(value: string): boolean {
  return /^[\d.:TZ-]{1,30}$/.test(value);
}
