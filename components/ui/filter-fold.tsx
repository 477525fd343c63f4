import { SlidersHorizontal } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Holds a filter, which folds away on a phone; needs no script. */
export function FilterFold({ label, open, children }: { label: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="filter-fold no-print card px-3 py-2" open={open}>
      <summary className="inline-flex min-h-8 items-center gap-2 text-sm font-medium text-accent">
        <Icon of={SlidersHorizontal} className="size-4" />
        {label}
      </summary>
      {children}
    </details>
  );
}
