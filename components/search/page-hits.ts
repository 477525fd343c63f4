import { hasWords, searchWordsOf } from "@/lib/domain/stock";
import type { HitGroup } from "./hit-groups";

/** A page by its name. */
export interface NamedPage {
  readonly href: string;
  readonly name: string;
  /** The page that it is part of. */
  readonly within: string;
}

/** The pages in whose name each word begins a word; all of them before anything is typed. None: no group. */
export function pageHits(pages: readonly NamedPage[], text: string): HitGroup[] {
  const words = searchWordsOf(text);
  // Signs alone are no words and no wish for everything.
  const found = pages.filter(
    ({ name, within }) => text.trim() === "" || (words.length > 0 && hasWords(words, name, within)),
  );
  if (found.length === 0) return [];
  return [
    { kind: "page", hits: found.map(({ href, name, within }) => ({ href, title: name, detail: within })), more: false },
  ];
}
