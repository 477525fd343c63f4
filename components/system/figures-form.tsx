import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField, TextField } from "@/components/ui/field";
import { usagePath } from "@/lib/domain/system-figures";
import { figureName } from "@/lib/format/figure-names";
import type { SystemPage } from "@/lib/use-cases/show-system";
import { LivePreview } from "./live-preview";

/** One field of the form: which figure, under which name it is sent, and what stands in it. */
export interface FigureField {
  /** The path of the figure. */
  readonly figure: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

/**
 * The figures of a system to edit. The first button shows what they would move and saves nothing, so that Enter does no harm; the second
 * saves. The version goes with the second one only, since the first makes the page's address.
 */
export function FiguresForm({
  view,
  seenVersion,
  fieldFor,
  changed,
}: {
  view: SystemPage;
  /** The version on which the form was begun: an older one than the page's where somebody else has saved meanwhile. */
  seenVersion: number;
  fieldFor: (figure: string) => FigureField;
  /** Something in the form differs from what is stored. */
  changed: boolean;
}) {
  const t = useTranslations("system");
  const path = `/anlagen/${view.system.id}`;
  const { lightUsers, releases, counts, flags } = view.fields;
  return (
    <EnhancedForm action={`/api/portal/systems/${view.system.id}`} refreshOnConflict aria-label={t("form")}>
      {/* Begun anew after saving, so that what was typed no longer stands in the way of what is stored. */}
      <div key={seenVersion} className="grid grid-cols-2 gap-3">
        <Count field={fieldFor("installedUsers")} />
        {lightUsers ? <Count field={fieldFor("installedLightUsers")} /> : null}
        {releases.length === 0 ? null : (
          <Choose
            field={fieldFor("release")}
            choices={releases.map((release) => ({ value: String(release), label: String(release) }))}
          />
        )}
        {counts.map((name) => (
          <Count key={name} field={fieldFor(usagePath(name))} />
        ))}
        {flags.map((name) => (
          <Choose
            key={name}
            field={fieldFor(usagePath(name))}
            choices={[
              { value: "ja", label: t("yes") },
              { value: "nein", label: t("no") },
            ]}
          />
        ))}
      </div>
      <p className="no-print mt-2 text-xs text-muted">{t("formHint")}</p>
      <div className="no-print mt-3 flex flex-wrap gap-2">
        <LivePreview path={path} seenVersion={seenVersion} label={t("preview")} />
        <Button type="submit" look={changed ? "primary" : "secondary"} name="version" value={view.version}>
          {t("save")}
        </Button>
      </div>
    </EnhancedForm>
  );
}

function Count({ field }: { field: FigureField }) {
  const locale = useLocale();
  return (
    <TextField
      id={`figure-${field.name}`}
      name={field.name}
      label={figureName(field.figure, locale)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={9}
      defaultValue={field.value}
      error={field.error}
      className="justify-end"
    />
  );
}

function Choose({ field, choices }: { field: FigureField; choices: readonly { value: string; label: string }[] }) {
  const t = useTranslations("system");
  const locale = useLocale();
  return (
    <SelectField
      id={`figure-${field.name}`}
      name={field.name}
      label={figureName(field.figure, locale)}
      defaultValue={field.value}
      error={field.error}
      choices={[{ value: "", label: t("unknown") }, ...choices]}
      className="justify-end"
    />
  );
}
