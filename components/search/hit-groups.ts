import { listHref } from "@/components/price-lists/addresses";
import type { Found } from "@/lib/use-cases/search";

export const hitKinds = ["page", "customer", "system", "contract", "article"] as const;
export type HitKind = (typeof hitKinds)[number];

/** One thing to go to. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly detail: string;
}

export interface HitGroup {
  readonly kind: HitKind;
  readonly hits: readonly Hit[];
  /** There is more than is shown. */
  readonly more: boolean;
}

/** What a search found, as ways to it. Kinds of which nothing was found are left out. */
export function hitGroups({ customers, systems, contracts, articles }: Found): HitGroup[] {
  const groups: HitGroup[] = [
    {
      kind: "customer",
      hits: customers.items.map(({ id, number, name }) => ({ href: `/kunden/${id}`, title: name, detail: number })),
      more: customers.more,
    },
    {
      kind: "system",
      hits: systems.items.map(({ id, customerId, name, productName, customerName }) => ({
        href: `/kunden/${customerId}#anlage-${id}`,
        title: name,
        detail: `${productName} · ${customerName}`,
      })),
      more: systems.more,
    },
    {
      kind: "contract",
      hits: contracts.items.map(({ id, articleName, systemName, customerName }) => ({
        href: `/vertraege/${id}`,
        title: articleName,
        detail: `${systemName} · ${customerName}`,
      })),
      more: contracts.more,
    },
    {
      kind: "article",
      hits: articles.items.map(({ vendor, edition, anchor, name, productName, clause }) => ({
        href: listHref({ vendor, edition }, { anchor }),
        title: name,
        detail: `${productName} · ${clause}`,
      })),
      more: articles.more,
    },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}
