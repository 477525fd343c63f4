import { Upload } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/**
 * Sends a file natively: no script is needed, and the browser shows that it sends. `children` are further fields, for what the file itself does not
 * say.
 */
export function UploadForm({ back = "/import", children }: { back?: string; children?: ReactNode }) {
  const t = useTranslations("imports");
  return (
    <form
      method="post"
      action="/api/portal/imports"
      encType="multipart/form-data"
      aria-label={t("uploadForm")}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="zurueck" value={back} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex min-w-60 flex-1 flex-col gap-1">
          <label htmlFor="file" className="text-xs font-medium">
            {t("file")}
          </label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby="file-hint"
            className="min-h-9 w-full rounded-md border border-line-strong bg-surface p-1 text-sm file:mr-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-sm file:font-medium max-md:min-h-11"
          />
        </div>
        {children}
        <Button type="submit" look="primary">
          <Icon of={Upload} className="size-4" />
          {t("upload")}
        </Button>
      </div>
      <p id="file-hint" className="text-xs text-muted">
        {t("fileHint")}
      </p>
    </form>
  );
}
