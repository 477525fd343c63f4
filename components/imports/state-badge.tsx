import { CircleCheck, FileQuestionMark, type IconNode, ListChecks, LoaderCircle, Undo2 } from "lucide";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ImportItem } from "@/lib/use-cases/list-imports";

const looks: Readonly<Record<ImportItem["state"], { tone: Tone; icon: IconNode }>> = {
  uploaded: { tone: "soon", icon: FileQuestionMark },
  checking: { tone: "accent", icon: LoaderCircle },
  checked: { tone: "soon", icon: ListChecks },
  committing: { tone: "accent", icon: LoaderCircle },
  committed: { tone: "done", icon: CircleCheck },
  undoing: { tone: "accent", icon: LoaderCircle },
  undone: { tone: "plain", icon: Undo2 },
  discarded: { tone: "plain", icon: Undo2 },
};

export function StateBadge({ state }: { state: ImportItem["state"] }) {
  const t = useTranslations("imports");
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
