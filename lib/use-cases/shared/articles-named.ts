import { anchorOf } from "@/lib/domain/price-list-entries";
import { hasWords } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { newestEdition, vendors } from "@/lib/price-lists/index";

export interface ArticleHit {
  readonly vendor: string;
  readonly edition: string;
  readonly sku: string;
  readonly name: string;
  readonly productName: string;
  readonly clause: string;
  /** Its place on the page of the price list. */
  readonly anchor: string;
}

const articles = vendors.flatMap(({ id }) => {
  const list = newestEdition(id);
  return (list?.articles ?? []).map((article) => ({
    vendor: id,
    edition: list?.edition ?? "",
    productName: list?.productName ?? "",
    article,
    names: [article.sku, article.name, ...article.aliases, article.label?.de ?? "", article.label?.en ?? ""],
  }));
});

/** Articles of the newest price lists by what they are called, also on other papers; those whose own name is meant first. */
export function articlesNamed(words: readonly string[], locale: Viewer["locale"], limit: number): ArticleHit[] {
  const found = articles.filter(({ names, productName }) => hasWords(words, ...names, productName));
  const hits = found.map(({ vendor, edition, productName, article }) => {
    const { sku, clause } = article;
    const name = article.label?.[locale] ?? article.name;
    return { vendor, edition, sku, name, productName, clause, anchor: anchorOf("article", sku) };
  });
  const meant = hits.filter(({ name, sku }) => hasWords(words, name, sku));
  return [...meant, ...hits.filter((hit) => !meant.includes(hit))].slice(0, limit);
}
