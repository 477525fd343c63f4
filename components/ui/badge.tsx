import type { IconNode } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Tone = "due" | "soon" | "done" | "plain" | "accent";

const tones: Record<Tone, string> = {
  due: "bg-due-ground text-due",
  soon: "bg-soon-ground text-soon",
  done: "bg-done-ground text-done",
  plain: "bg-sunken text-muted",
  accent: "bg-accent-ground text-accent-strong",
};

/** Icon and word together; the colour only repeats what they say. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconNode; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-xs leading-4 font-medium ${tones[tone]}`}
    >
      {icon ? <Icon of={icon} className="size-3.5 shrink-0" /> : null}
      <span>{children}</span>
    </span>
  );
}

export const toneText: Record<Tone, string> = {
  due: "text-due",
  soon: "text-soon",
  done: "text-done",
  plain: "text-muted",
  accent: "text-accent",
};
