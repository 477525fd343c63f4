import type { useTranslations } from "next-intl";
import type { TermPolicy } from "@/lib/domain/terms";

type Words = ReturnType<typeof useTranslations<"priceLists">>;
type RuleWords = ReturnType<typeof useTranslations<"contract">>;

/** A rule of term and notice as a line of words. */
export function policyText(t: Words, rule: RuleWords, policy: TermPolicy): string {
  const notice = ({ noticeLength, noticeUnit, to }: { noticeLength: number; noticeUnit: Unit; to: Anchor }) =>
    rule("ruleText.notice", {
      length: rule(`unitOf.${noticeUnit}`, { length: noticeLength }),
      to: rule(`anchorTo.${to}`),
    });
  const after = (months: number | null) =>
    months === null ? rule("ruleText.open") : rule("ruleText.renewal", { months });
  switch (policy.kind) {
    case "rule":
      return [
        rule("ruleText.minimum", { months: policy.rule.minimumMonths }),
        after(policy.rule.renewalMonths),
        notice(policy.rule),
      ].join("; ");
    case "chosen-term":
      return [
        t("policy.chosen", { months: policy.allowedMonths.join(", ") }),
        after(policy.rule.renewalMonths),
        notice(policy.rule),
      ].join("; ");
    case "unknown":
      return t("policy.unknown", { months: policy.minimumMonths });
    case "lapses":
      return t("policy.lapses");
  }
}

type Unit = Extract<TermPolicy, { kind: "rule" }>["rule"]["noticeUnit"];
type Anchor = Extract<TermPolicy, { kind: "rule" }>["rule"]["to"];
