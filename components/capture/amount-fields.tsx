import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";
import { type FormState, fieldProps } from "./form-state";

const count = { inputMode: "numeric", maxLength: 9, autoComplete: "off" } as const;

/** How many, and for how many users, where the list has articles that are priced by them. */
export function AmountFields({ form, state }: { form: CaptureForm; state: FormState }) {
  const t = useTranslations("capture");
  const { choices, system } = form;
  const users = system.installedUsers;
  return (
    <>
      <TextField label={t("quantity")} hint={t("quantityHint")} {...count} {...fieldProps(state, "quantity")} />
      {choices.some(({ tiered, amount }) => tiered || amount === "users") ? (
        <TextField
          label={t("tierUsers")}
          hint={users === null ? t("tierUsersUnknown") : t("tierUsersHint", { users })}
          {...count}
          {...fieldProps(state, "users")}
        />
      ) : null}
    </>
  );
}
