import { setLocale } from "@/db/queries/people";
import { withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";

/** Keeps the language with the person, for mails and for browsers that have not chosen one. */
export async function chooseLanguage(viewer: Viewer, locale: "de" | "en"): Promise<void> {
  await withAuth((tx) => setLocale(tx, viewer.personId, locale));
}
