import { ChevronRight } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Opens beside the figure it explains; the browser's own element, so it needs no script and is found by the page search. */
export function Disclosure({
  label,
  open,
  children,
  className = "",
}: {
  label: ReactNode;
  open?: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <details open={open} className={`group/d ${className}`}>
      <summary className="inline-flex min-h-6 items-center gap-1 rounded text-sm font-medium text-accent hover:text-accent-strong">
        <Icon of={ChevronRight} className="size-4 shrink-0 transition-transform duration-100 group-open/d:rotate-90" />
        {label}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
