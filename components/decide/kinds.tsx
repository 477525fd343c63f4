import {
  CalendarClock,
  CalendarX2,
  FileQuestionMark,
  type IconNode,
  MailQuestionMark,
  RefreshCw,
  Repeat,
  ShieldAlert,
  ShieldOff,
  Unlink,
  UsersRound,
} from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { DecisionKind } from "@/lib/domain/decisions";

const icons: Record<DecisionKind, IconNode> = {
  notice: CalendarClock,
  "notice-rolling": Repeat,
  missed: CalendarX2,
  "renewal-window": RefreshCw,
  "up2date-end": ShieldAlert,
  "tier-exceeded": UsersRound,
  "prerequisite-broken": Unlink,
  "coverage-gap": ShieldOff,
  "rule-unknown": FileQuestionMark,
  "notice-unconfirmed": MailQuestionMark,
};

/** What a row is about: a sign and its word. */
export function KindLabel({ kind }: { kind: DecisionKind }) {
  const t = useTranslations("kinds");
  const shapes = icons[kind];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon of={shapes} className="size-4 shrink-0 text-muted" />
      {t(kind)}
    </span>
  );
}
