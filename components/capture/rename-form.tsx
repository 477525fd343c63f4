import { useTranslations } from "next-intl";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";
import { HowFields } from "./how-fields";

/** Another name for a system. Its figures and its keys have forms of their own. */
export function RenameForm({
  system,
  version,
  state,
}: {
  system: { readonly id: string; readonly name: string };
  version: number;
  state: FormState;
}) {
  const t = useTranslations("capture");
  return (
    <EnhancedForm
      action={`/api/portal/systems/${system.id}/name`}
      refreshOnConflict
      className="card max-w-4xl px-4 py-4"
      aria-label={t("systemForm")}
    >
      <input type="hidden" name="version" value={version} />
      <TextField
        label={t("systemName")}
        hint={t("systemNameHint")}
        required
        maxLength={200}
        autoComplete="off"
        {...fieldProps(state, "name", system.name)}
      />
      <HowFields state={state} />
      <FormFoot save={t("save")} cancel={t("cancel")} back={`/anlagen/${system.id}`} />
    </EnhancedForm>
  );
}
