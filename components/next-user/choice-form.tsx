import { Calculator } from "lucide";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import type { NextUserSystemView } from "@/lib/use-cases/price-next-users";
import { MOST_USERS, PATH } from "./address";
import { SystemChoice } from "./system-choice";

/** How many users, on which systems, and what each gets there. Everything lies in the address. */
export function ChoiceForm({
  formKey,
  customerId,
  usersText,
  usersFault,
  systems,
}: {
  formKey: string;
  customerId: string;
  usersText: string;
  usersFault: boolean;
  systems: readonly NextUserSystemView[];
}) {
  const t = useTranslations("nextUser");
  return (
    <QueryForm key={formKey} action={`${PATH}#ergebnis`} className="no-print card flex flex-col">
      <input type="hidden" name="kunde" value={customerId} />
      <div className="px-4 pt-3 pb-4">
        <TextField
          id="users"
          name="nutzer"
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_USERS}
          step={1}
          label={t("users")}
          hint={t("usersHint")}
          error={usersFault ? t("usersFault") : undefined}
          defaultValue={usersText}
          autoComplete="off"
        />
      </div>
      <fieldset className="border-t border-line">
        <legend className="sr-only">{t("systems")}</legend>
        <ul className="divide-y divide-line">
          {systems.map((system) => (
            <li key={system.id} className="px-4 py-2">
              <SystemChoice system={system} />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="sticky bottom-0 rounded-b-lg border-t border-line bg-surface px-4 py-3 max-lg:static">
        <Button type="submit" look="primary" className="w-full">
          <Icon of={Calculator} className="size-4" />
          {t("price")}
        </Button>
      </div>
    </QueryForm>
  );
}
