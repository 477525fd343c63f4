"use client";

import { ErrorPage } from "@/components/shell/error-page";

export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <ErrorPage {...props} />
    </main>
  );
}
