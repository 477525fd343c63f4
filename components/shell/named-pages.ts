import type { NamedPage } from "@/components/search/page-hits";
import type { Way } from "./ways";

/** The ways by their names, for the search. */
export function namedPages(ways: readonly Way[], nameOf: (name: Way["name"]) => string): NamedPage[] {
  return ways.map(({ name, href, within }) => ({
    href,
    name: nameOf(name),
    within: within === undefined ? "" : nameOf(within),
  }));
}
