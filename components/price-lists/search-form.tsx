import { Search } from "lucide";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

/** The search of one list or of all, as an address. Needs no script. */
export function SearchForm({
  action,
  search,
  label,
  hint,
}: {
  action: string;
  search: string;
  label: string;
  hint: string;
}) {
  const t = useTranslations("priceLists");
  return (
    <Form key={search} action={action} role="search" className="no-print card flex flex-wrap items-end gap-3 px-3 py-3">
      <TextField
        id="search"
        name="suche"
        type="search"
        label={label}
        placeholder={hint}
        defaultValue={search}
        maxLength={100}
        autoComplete="off"
        className="min-w-60 flex-1"
      />
      <Button type="submit" look="primary">
        <Icon of={Search} className="size-4" />
        {t("submit")}
      </Button>
    </Form>
  );
}
