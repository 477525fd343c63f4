import { FileText, Upload } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Moment } from "@/components/ui/moment";
import { number } from "@/lib/format/money";
import type { DocumentView } from "@/lib/use-cases/list-documents";

/** A contract's PDFs to be read, and for who may, the form that attaches another and the way to take a wrong one back. */
export function Documents({
  contractId,
  documents,
  mayChange,
}: {
  contractId: string;
  documents: readonly DocumentView[];
  mayChange: boolean;
}) {
  const t = useTranslations("capture");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3 text-sm">
      {documents.length === 0 ? (
        <p className="text-muted">{t("documentsNone")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {documents.map(({ id, name, sizeBytes, recordedAt }) => (
            <li key={id} className="flex flex-col gap-1 py-2 first:pt-0">
              <div className="flex flex-wrap items-center gap-x-3">
                <a
                  href={`/vertraege/dokument?id=${id}`}
                  download
                  className="link inline-flex min-h-6 min-w-0 items-center gap-1.5 break-all"
                >
                  <Icon of={FileText} className="size-4 shrink-0" />
                  {name}
                </a>
                <span className="text-xs text-muted">
                  {t("documentSize", { size: number(Math.max(1, Math.round(sizeBytes / 1024)), locale) })},{" "}
                  <Moment at={recordedAt} />
                </span>
              </div>
              {mayChange ? (
                <Disclosure label={t("documentWithdraw")} className="no-print">
                  <EnhancedForm
                    action={`/api/portal/contracts/${contractId}/documents/withdrawal`}
                    aria-label={t("documentWithdrawOf", { name })}
                    className="flex flex-wrap items-end gap-3"
                  >
                    <input type="hidden" name="documentId" value={id} />
                    <TextField
                      id={`reason-${id}`}
                      name="reason"
                      label={t("reason")}
                      required
                      maxLength={1_000}
                      autoComplete="off"
                      className="min-w-60 flex-1"
                    />
                    <Button type="submit">{t("documentWithdraw")}</Button>
                  </EnhancedForm>
                </Disclosure>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? <AttachForm contractId={contractId} /> : null}
    </div>
  );
}

/** Sends the file natively: no script is needed, and the browser shows that it sends. */
function AttachForm({ contractId }: { contractId: string }) {
  const t = useTranslations("capture");
  return (
    <form
      method="post"
      action={`/api/portal/contracts/${contractId}/documents`}
      encType="multipart/form-data"
      aria-label={t("documentForm")}
      className="no-print flex flex-col gap-1"
    >
      <input type="hidden" name="zurueck" value={`/vertraege/${contractId}#dokumente`} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex min-w-60 flex-1 flex-col gap-1">
          <label htmlFor="document-file" className="text-xs font-medium">
            {t("documentFile")}
          </label>
          <input
            id="document-file"
            name="file"
            type="file"
            required
            accept=".pdf,application/pdf"
            aria-describedby="document-file-hint"
            className="min-h-9 w-full rounded-md border border-line-strong bg-surface p-1 text-sm file:mr-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-sm file:font-medium max-md:min-h-11"
          />
        </div>
        <Button type="submit">
          <Icon of={Upload} className="size-4" />
          {t("documentAttach")}
        </Button>
      </div>
      <p id="document-file-hint" className="text-xs text-muted">
        {t("documentHint")}
      </p>
    </form>
  );
}
