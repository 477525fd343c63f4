import { NotFoundPage } from "@/components/shell/not-found-page";

/** An address that does not exist. */
export default function NotFound() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}
