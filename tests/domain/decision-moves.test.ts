import { describe, expect, it } from "vitest";
import { decisionMoves } from "@/lib/domain/decision-moves";
import type { DerivedDecision } from "@/lib/domain/decisions";

const row = (kind: DerivedDecision["kind"], more: Partial<DerivedDecision> = {}): DerivedDecision => ({
  customerId: "c",
  clerkId: null,
  subjectType: "system",
  subjectId: "s",
  contractId: null,
  systemId: "s",
  kind,
  vendor: "fluxpunkt",
  sku: null,
  dueOn: null,
  sendByOn: null,
  sortOn: "2026-11-20",
  amountAtStakeCents: 100,
  detail: {},
  folded: false,
  state: "open",
  basis: "b",
  staleAfter: null,
  ...more,
});
const exceeded = row("tier-exceeded");
const broken = row("prerequisite-broken");

describe("rows of the queue before and after", () => {
  it.each<[string, DerivedDecision[], DerivedDecision[], string[]]>([
    ["nothing moves", [exceeded, broken], [broken, exceeded], []],
    ["one comes", [], [exceeded], ["comes tier-exceeded"]],
    ["one goes", [exceeded], [], ["goes tier-exceeded"]],
    ["another amount", [exceeded], [row("tier-exceeded", { amountAtStakeCents: 200 })], ["changes tier-exceeded"]],
    ["an unknown amount", [exceeded], [row("tier-exceeded", { amountAtStakeCents: null })], ["changes tier-exceeded"]],
    ["another state", [exceeded], [row("tier-exceeded", { state: "decided" })], ["changes tier-exceeded"]],
    ["another detail", [exceeded], [row("tier-exceeded", { detail: { users: 41 } })], ["changes tier-exceeded"]],
    ["only the day it is right until", [exceeded], [row("tier-exceeded", { staleAfter: "2027-01-01" })], []],
    [
      "the same in another order of the detail",
      [row("tier-exceeded", { detail: { users: 41, tier: "1-20" } })],
      [row("tier-exceeded", { detail: { tier: "1-20", users: 41 } })],
      [],
    ],
    [
      "another subject",
      [exceeded],
      [row("tier-exceeded", { subjectId: "t" })],
      ["comes tier-exceeded", "goes tier-exceeded"],
    ],
    ["folded rows stand in no list", [], [row("notice-rolling", { folded: true })], []],
  ])("%s", (_, before, after, expected) => {
    expect(
      decisionMoves(before, after).map(({ move, before: was, after: is }) => `${move} ${(is ?? was)?.kind}`),
    ).toEqual(expected);
  });
});
