import type { Locale } from "./locale";
import type messages from "./messages/de.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    /** The German messages are the measure: a key that is missing there does not compile. */
    Messages: typeof messages;
  }
}
