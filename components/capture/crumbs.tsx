import Link from "next/link";
import { useTranslations } from "next-intl";

interface Step {
  readonly id: string;
  readonly name: string;
}

/** The way here, from all customers on: what a record belongs to, or the thing itself where a page changes it. */
export function Crumbs({ customer, system, contract }: { customer?: Step; system?: Step; contract?: Step }) {
  const t = useTranslations("capture");
  const words = useTranslations("customers");
  const way = [
    { href: "/kunden", name: words("title") },
    ...(customer ? [{ href: `/kunden/${customer.id}`, name: customer.name }] : []),
    ...(system ? [{ href: `/anlagen/${system.id}`, name: system.name }] : []),
    ...(contract ? [{ href: `/vertraege/${contract.id}`, name: contract.name }] : []),
  ];
  return (
    <nav aria-label={t("crumb")}>
      <ol className="flex flex-wrap gap-x-1.5">
        {way.map(({ href, name }, index) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="link inline-block min-h-6">
              {name}
            </Link>
            {index === way.length - 1 ? null : (
              <span aria-hidden className="pl-1.5">
                ›
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
