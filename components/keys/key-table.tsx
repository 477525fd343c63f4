import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import type { KeysView, KeyView } from "@/lib/use-cases/show-keys";
import { HideAgain } from "./hide-again";

/** A key stays on the screen for so long, in milliseconds: as long as the server gives it. */
const SHOWN_MS = 2 * 60_000;

/** The server's key and its licences', each masked, with what may be done to it. */
export function KeyTable({ view, mayRead }: { view: KeysView; mayRead: boolean }) {
  const t = useTranslations("keys");
  const here = `/anlagen/${view.systemId}/schluessel`;
  return (
    <>
      <div className="scroll-x">
        <table className="tbl tbl-cards">
          <caption className="sr-only">{t("caption", { system: view.systemName })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("of")}</th>
              <th scope="col">{t("key")}</th>
              {mayRead ? <th scope="col">{t("acts")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {view.keys.map((key) => (
              <tr key={key.id} id={`schluessel-${key.id}`}>
                <th scope="row">
                  {key.holder === "system" ? t("server") : key.name}
                  {key.holder === "system" ? (
                    <span className="block text-xs font-normal text-muted">{key.name}</span>
                  ) : null}
                </th>
                <td data-label={t("key")} className="max-w-md">
                  <Shown keyOf={key} />
                </td>
                {mayRead ? (
                  <td>
                    <Acts keyOf={key} here={here} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.keys.some((key) => key.plain !== null) ? <HideAgain href={here} afterMs={SHOWN_MS} /> : null}
    </>
  );
}

function Shown({ keyOf: { id, mask, plain } }: { keyOf: KeyView }) {
  const t = useTranslations("keys");
  if (plain !== null)
    return (
      <div className="flex flex-col gap-1 text-left">
        <CopyField id={`klar-${id}`} label={t("plain")} value={plain} copy={t("copy")} copied={t("copied")} />
        <p className="text-xs text-muted">{t("noted")}</p>
      </div>
    );
  return mask === null ? (
    <span className="text-muted">{t("none")}</span>
  ) : (
    <span className="font-mono text-xs whitespace-nowrap">
      <span className="sr-only">{t("masked")} </span>
      {mask}
    </span>
  );
}

function Acts({ keyOf: { holder, id, name, mask, version, plain }, here }: { keyOf: KeyView; here: string }) {
  const t = useTranslations("keys");
  const action = `/api/portal/${holder === "system" ? "systems" : "licences"}/${id}/key`;
  return (
    <div className="flex flex-col items-start gap-2">
      {mask === null || plain !== null ? null : (
        <EnhancedForm action={action} aria-label={t("revealOf", { name })}>
          <input type="hidden" name="act" value="reveal" />
          <input type="hidden" name="weiter" value={`${here}?zeigen=${id}#schluessel-${id}`} />
          <Button type="submit" aria-label={t("revealOf", { name })}>
            {t("reveal")}
          </Button>
        </EnhancedForm>
      )}
      <Disclosure label={<KeyActLabel name={name} text={mask === null ? t("record") : t("change")} />}>
        <EnhancedForm action={action} className="flex flex-col gap-2" aria-label={t("recordOf", { name })}>
          <input type="hidden" name="act" value="record" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="weiter" value={`${here}?getan=erfasst`} />
          <TextField
            id={`neu-${id}`}
            name="key"
            label={t("newKey")}
            hint={mask === null ? t("newHint") : t("changeHint")}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            required={mask === null}
          />
          <div>
            <Button type="submit" look="primary">
              {t("save")}
            </Button>
          </div>
        </EnhancedForm>
      </Disclosure>
    </div>
  );
}

/** Read alone, each of many equal words says what it is about. */
function KeyActLabel({ name, text }: { name: string; text: string }) {
  return (
    <>
      {text}
      <span className="sr-only">: {name}</span>
    </>
  );
}
