"use client";

import { ErrorPage } from "@/components/shell/error-page";

/** A page failed; the shell round it stays. */
export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return <ErrorPage {...props} />;
}
