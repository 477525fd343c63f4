/** What a row of the queue is about. */
export const decisionKinds = [
  "notice",
  "notice-rolling",
  "missed",
  "renewal-window",
  "up2date-end",
  "tier-exceeded",
  "prerequisite-broken",
  "coverage-gap",
  "rule-unknown",
  "notice-unconfirmed",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** `waiting`: derived, but not yet to be decided. */
export type DecisionState = "open" | "decided" | "snoozed" | "waiting";
