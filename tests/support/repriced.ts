import { expect } from "vitest";
import { answer } from "@/lib/calc/answer";
import type { Saving, SavingDraft } from "@/lib/domain/savings";

/** What the calculator says that a draft costs each year and once. */
function repriced(draft: SavingDraft | null): { yearly: number; once: number; amount: number } {
  if (draft === null) return { yearly: 0, once: 0, amount: 0 };
  const said = answer(draft) as unknown as {
    ok: boolean;
    totals?: { oneOffCents: number; monthlyCents: number; yearlyCents: number };
    amountCents?: number;
  };
  if (!said.ok) throw new Error(JSON.stringify([draft, said]));
  const { totals } = said;
  return {
    yearly: totals === undefined ? 0 : totals.monthlyCents * 12 + totals.yearlyCents,
    once: totals?.oneOffCents ?? 0,
    amount: said.amountCents ?? 0,
  };
}

/** Half a cent up. */
const half = (numerator: number, denominator: number) => Math.floor((2 * numerator + denominator) / (2 * denominator));

/** Applies both drafts of a saving, and of its alternatives, through the calculator. */
export function expectRepriced(saving: Saving): void {
  const from = repriced(saving.from);
  for (const choice of [saving, ...saving.alternatives]) {
    const to = repriced(choice.to);
    switch (saving.kind) {
      case "larger-quantity":
      case "purchase":
      case "plan-after-modules":
        expect(choice).toMatchObject({ yearlyCents: from.yearly - to.yearly });
        expect(choice.onceCents).toBe(saving.kind === "plan-after-modules" ? 0 : to.once - from.once);
        break;
      case "maintenance-length": {
        const [years, longer] = [yearsOf(saving.from), yearsOf(choice.to)];
        expect(longer).toBeGreaterThan(years);
        expect(choice.yearlyCents).toBe(half(from.amount * longer - to.amount * years, years * longer));
        expect(choice.onceCents).toBe(0);
        break;
      }
      case "maintenance-lapse":
        expect(choice.yearlyCents).toBe(half(from.amount, yearsOf(saving.from)));
        expect(choice.onceCents).toBe(to.amount);
    }
    expect(choice.yearlyCents).toBeGreaterThan(0);
    expect(choice.breakEvenMonth === null).toBe(choice.onceCents === 0);
    if (saving.kind !== "maintenance-lapse" && choice.breakEvenMonth !== null) {
      expect(choice.yearlyCents * choice.breakEvenMonth).toBeGreaterThan(choice.onceCents * 12);
      expect(choice.yearlyCents * (choice.breakEvenMonth - 1)).toBeLessThanOrEqual(choice.onceCents * 12);
    }
  }
}

const yearsOf = (draft: SavingDraft | null) => (draft?.op === "up2date" ? draft.years : 0);
