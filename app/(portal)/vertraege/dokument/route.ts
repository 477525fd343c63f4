import { download } from "@/lib/auth/download";
import { today } from "@/lib/clock";
import { showDocument } from "@/lib/use-cases/show-document";

/** A contract's PDF as it was attached; always as a file to be saved, never shown within the portal's own pages. */
export const GET = download({ task: "see-contract", page: "/vertraege/dokument" }, async ({ viewer, search }) => {
  const file = await showDocument(viewer, search.get("id") ?? "", today());
  if (file === null) return null;
  return {
    fileName: file.name,
    contentType: file.mediaType,
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(file.bytes);
        controller.close();
      },
    }),
  };
});
