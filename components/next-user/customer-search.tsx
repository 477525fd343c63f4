import { Search } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import { nextUserHref, PATH } from "./address";

/** Whose systems: by name or number. `choices`: who might be meant, null where nobody was looked for. */
export function CustomerSearch({
  text,
  choices,
}: {
  text: string;
  choices: readonly { readonly id: string; readonly number: string; readonly name: string }[] | null;
}) {
  const t = useTranslations("nextUser");
  return (
    <>
      <QueryForm
        key={text}
        action={PATH}
        role="search"
        className="no-print card flex flex-wrap items-end gap-3 px-3 py-3"
      >
        <TextField
          id="customer"
          name="kunde"
          type="search"
          label={t("customer")}
          placeholder={t("customerHint")}
          defaultValue={text}
          maxLength={100}
          autoComplete="off"
          required
          className="min-w-60 flex-1"
        />
        <Button type="submit" look="primary">
          <Icon of={Search} className="size-4" />
          {t("search")}
        </Button>
      </QueryForm>
      <div role="status" className="empty:hidden">
        {choices === null ? null : (
          <div className="card px-4 py-3 text-sm">
            <p>{choices.length === 0 ? t("customerUnknown", { text }) : t("customerMany", { text })}</p>
            {choices.length === 0 ? null : (
              <ul className="mt-2 flex flex-col">
                {choices.map(({ id, number, name }) => (
                  <li key={id}>
                    <Link href={nextUserHref(id)} prefetch={false} className="link inline-flex min-h-8 items-center">
                      {t("customerNamed", { name, number })}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </>
  );
}
