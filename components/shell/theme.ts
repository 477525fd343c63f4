/** Light, dark, or as the device says; kept in the cookie `theme` and carried by the root element as `data-theme`. */
export const themes = ["system", "hell", "dunkel"] as const;
export type Theme = (typeof themes)[number];

export const THEME_COOKIE = "theme";

export function themeOf(word: string | undefined): Theme {
  return word === "hell" || word === "dunkel" ? word : "system";
}
