import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { localeCookie } from "@/lib/auth/session";
import { locales } from "@/lib/i18n/locale";
import { chooseLanguage } from "@/lib/use-cases/choose-language";

const schema = z.strictObject({ locale: z.enum(locales) });

/** The language of the screen, also before signing in; with a person it is kept. */
export const POST = route({ auth: "none", schema }, async ({ viewer, input }) => {
  if (viewer !== null) await chooseLanguage(viewer, input.locale);
  return done({ locale: input.locale }, { setCookie: [localeCookie(input.locale)] });
});
