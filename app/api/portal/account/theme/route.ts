import { z } from "zod";
import { THEME_COOKIE, themes } from "@/components/shell/theme";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";

const schema = z.strictObject({ theme: z.enum(themes) });
const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Light, dark or as the device says, where no script sets it; it belongs to the browser, not to the person. */
export const POST = route({ auth: "none", schema }, async ({ input }) =>
  done(
    { theme: input.theme },
    { setCookie: [`${THEME_COOKIE}=${input.theme}; Path=/; Max-Age=${ONE_YEAR_IN_SECONDS}; SameSite=Lax`] },
  ),
);
