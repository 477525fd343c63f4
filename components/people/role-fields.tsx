import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";

const roles = ["clerk", "finance", "reseller-admin", "customer-admin", "customer-viewer"] as const;

/** A role and the customers that go with it; by number, so that it works for ten customers and for ten thousand. */
export function RoleFields({
  stem,
  role = "clerk",
  customerNumbers = "",
}: {
  /** Begins the ids. */
  stem: string;
  role?: (typeof roles)[number];
  customerNumbers?: string;
}) {
  const t = useTranslations("people");
  const names = useTranslations("roles");
  return (
    <>
      <SelectField
        id={`${stem}-role`}
        name="role"
        label={t("role")}
        defaultValue={role}
        choices={roles.map((value) => ({ value, label: names(value) }))}
      />
      <TextField
        id={`${stem}-customers`}
        name="customerNumbers"
        label={t("customers")}
        hint={t("customersHint")}
        autoComplete="off"
        maxLength={4_000}
        defaultValue={customerNumbers}
      />
    </>
  );
}
