import { Search } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import type { SystemHits } from "@/lib/use-cases/find-systems";
import { checkHref } from "./check-address";

/** Which system is asked about: found while one types, or with the button where no script runs. */
export function ChooseSystem({ search, found }: { search: string; found: SystemHits }) {
  const t = useTranslations("check");
  return (
    <div className="card">
      <QueryForm
        action="/pruefen"
        role="search"
        whileTyping
        className="no-print flex flex-wrap items-end gap-3 border-b border-line px-4 py-3"
      >
        <TextField
          id="system-search"
          name="suche"
          type="search"
          label={t("systemSearch")}
          placeholder={t("systemSearchHint")}
          defaultValue={search}
          maxLength={100}
          autoComplete="off"
          className="min-w-60 flex-1"
        />
        <Button type="submit" look="primary">
          <Icon of={Search} className="size-4" />
          {t("systemSearchSubmit")}
        </Button>
      </QueryForm>
      <p role="status" className="px-4 pt-3 pb-1 text-xs text-muted">
        {found.hits.length === 0
          ? search === ""
            ? t("noSystems")
            : t("noSystemFound", { search })
          : found.more
            ? t("firstSystems", { count: found.hits.length })
            : t("systemsFound", { count: found.hits.length })}
      </p>
      <ul className="divide-y divide-line pb-1">
        {found.hits.map(({ id, name, productName, customerName, customerNumber }) => (
          <li key={id} className="relative hover:bg-hover">
            <Link
              href={checkHref({ anlage: id })}
              prefetch={false}
              className="row-link min-h-11 w-full flex-wrap gap-x-3 px-4 py-2 text-sm"
            >
              <span className="font-medium">{name}</span>
              <span className="text-muted">
                {productName} · {customerName} ({customerNumber})
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
