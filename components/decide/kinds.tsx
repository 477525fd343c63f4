import {
  CalendarClock,
  CalendarX2,
  FileQuestionMark,
  type LucideIcon,
  MailQuestionMark,
  RefreshCw,
  Repeat,
  ShieldAlert,
  ShieldOff,
  Unlink,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { DecisionKind } from "@/lib/domain/decisions";

const icons: Record<DecisionKind, LucideIcon> = {
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
  const Icon = icons[kind];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      {t(kind)}
    </span>
  );
}
