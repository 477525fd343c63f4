import { NotFoundPage } from "@/components/shell/not-found-page";

/** A customer, contract or page that does not exist, or not for this viewer; shown within the shell. */
export default function NotFound() {
  return <NotFoundPage />;
}
