import type { IconNode } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Nothing to show: says why and what to do. */
export function EmptyState({ icon, title, children }: { icon: IconNode; title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <Icon of={icon} className="size-8 stroke-[1.5px] text-muted" />
      <p className="text-base font-medium">{title}</p>
      <div className="max-w-prose text-sm text-muted">{children}</div>
    </div>
  );
}
