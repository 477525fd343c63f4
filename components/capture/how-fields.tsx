import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/field";
import { type FormState, fieldProps } from "./form-state";

/** Whether something has changed (from now, or from a day that the form asks for), or had been recorded wrongly; the latter with a reason. */
export function HowFields({ state, fromDay = false }: { state: FormState; fromDay?: boolean }) {
  const t = useTranslations("capture");
  return (
    <fieldset className="mt-4 flex flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">{t("how")}</legend>
      {(["changed", "corrected"] as const).map((how) => (
        <label key={how} className="flex min-h-6 items-start gap-2 text-sm max-md:min-h-11">
          <input
            type="radio"
            name="how"
            value={how}
            defaultChecked={(state.typed.how ?? "changed") === how}
            className="mt-0.5 size-4 shrink-0"
          />
          <span>
            <span className="font-medium">{t(`howName.${how}`)}</span>{" "}
            <span className="text-muted">{t(`howText.${how === "changed" && fromDay ? "changedFromDay" : how}`)}</span>
          </span>
        </label>
      ))}
      <TextArea label={t("reason")} hint={t("reasonHint")} maxLength={1_000} {...fieldProps(state, "reason")} />
    </fieldset>
  );
}
