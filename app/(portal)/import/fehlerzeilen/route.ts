import { getLocale, getTranslations } from "next-intl/server";
import { download } from "@/lib/auth/download";
import { sentence } from "@/lib/format/reasons";
import { exportRejectedRows } from "@/lib/use-cases/export-rejected-rows";

/** Only the rows that an import has rejected, each with why, to be mended and read in. */
export const GET = download({ task: "import-estate", page: "/import" }, async ({ viewer, search }) => {
  const [t, locale] = [await getTranslations("imports"), await getLocale()];
  const file = await exportRejectedRows(viewer, search.get("import") ?? "", t("why"), (problems) =>
    problems.map((problem) => `${t(`field.${problem.field as "sku"}`)}: ${sentence(problem, locale)}`).join(" "),
  );
  if (file === null) return null;
  const encoder = new TextEncoder();
  return {
    fileName: file.fileName,
    contentType: "text/csv; charset=utf-8",
    body: new ReadableStream({
      start(controller) {
        for (const piece of file.pieces) controller.enqueue(encoder.encode(piece));
        controller.close();
      },
    }),
  };
});
