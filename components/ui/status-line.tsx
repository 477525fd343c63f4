import { CircleAlert, CircleCheck } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * Says what has just happened. The region itself always stands in the page and is read out when its content changes; `actions` (undo, the
 * next step) stand beside the sentence.
 */
export function StatusLine({
  children,
  actions,
  tone = "done",
  floating = false,
}: {
  children?: ReactNode;
  actions?: ReactNode;
  tone?: "done" | "due";
  /** Stands over the foot of the page, so that it is seen wherever one has scrolled to. */
  floating?: boolean;
}) {
  const shapes = tone === "done" ? CircleCheck : CircleAlert;
  return (
    <div
      role="status"
      aria-live="polite"
      className={`no-print empty:hidden ${floating ? "fixed inset-x-4 bottom-18 z-10 mx-auto max-w-4xl rounded-md shadow-overlay lg:bottom-4 lg:left-56" : ""}`}
    >
      {children ? (
        <div
          className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md px-3 py-2 text-sm ${tone === "done" ? "bg-done-ground text-done" : "bg-due-ground text-due"}`}
        >
          <Icon of={shapes} className="size-5 shrink-0" />
          <p className="min-w-0 flex-1 basis-60 text-ink">{children}</p>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      ) : null}
    </div>
  );
}
