import { redirect } from "next/navigation";
import { currentViewer } from "@/lib/auth/viewer";
import { may } from "@/lib/domain/viewer";

/** The front door: everybody goes to the page that his role works on. */
export default async function Home() {
  const viewer = await currentViewer();
  if (viewer === null) redirect("/anmelden");
  if (may(viewer, "see-queue")) redirect("/entscheiden");
  if (may(viewer, "manage-resellers")) redirect("/plattform");
  const own = viewer.customerIds?.[0];
  redirect(own === undefined ? "/konto" : `/kunden/${own}`);
}
