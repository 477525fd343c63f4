import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way here: what the new record will belong to. */
export function Crumbs({ way }: { way: readonly { readonly href: string; readonly name: string }[] }) {
  const t = useTranslations("capture");
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
