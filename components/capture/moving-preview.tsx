import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MovedDecisions } from "@/components/system/moved-decisions";
import type { MovedDecision } from "@/lib/use-cases/shared/moved-decisions";
import { type Difference, DifferenceList } from "./difference-list";

/** What an edit would move, before it is saved: its values, what follows (`children`), and rows of the queue. Its first sentence is read out whenever it changes. */
export function MovingPreview({
  differences,
  decisions,
  same,
  moves,
  children,
}: {
  differences: readonly Difference[];
  decisions: readonly MovedDecision[];
  /** Said where nothing differs. */
  same: string;
  moves: string;
  children: ReactNode;
}) {
  const t = useTranslations("capture");
  if (differences.length === 0)
    return (
      <p role="status" className="text-sm text-muted">
        {same}
      </p>
    );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {moves}
      </p>
      <DifferenceList differences={differences} />
      {children}
      {decisions.length === 0 ? null : (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-semibold text-muted">{t("decisions")}</h3>
          <MovedDecisions decisions={decisions} />
        </div>
      )}
    </div>
  );
}
