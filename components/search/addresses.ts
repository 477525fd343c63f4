export const SEARCH_PAGE = "/suche";

/** The page with everything that a text is found in. */
export function searchHref(text: string): string {
  return text.trim() === "" ? SEARCH_PAGE : `${SEARCH_PAGE}?${new URLSearchParams({ q: text.trim() })}`;
}
