import { describe, expect, it } from "vitest";
import { type AroundPosition, faultsOfPositionChange } from "@/lib/domain/position-change";

const today = "2026-11-20";
const around: AroundPosition = { fromOn: "2026-03-01", endsOn: null, lapses: false };

describe("the first day of another quantity", () => {
  it.each([
    ["the day after the first", "2026-03-02", {}, null],
    ["today", "2026-11-20", {}, null],
    ["the contract's last day", "2026-10-31", { endsOn: "2026-10-31" }, null],
    ["none", null, {}, ["fromOn: field-missing"]],
    ["the first day itself", "2026-03-01", {}, ["fromOn: position-change-too-early"]],
    ["before the first", "2025-12-31", {}, ["fromOn: position-change-too-early"]],
    ["tomorrow", "2026-11-21", {}, ["fromOn: position-change-in-future"]],
    ["after the end", "2026-11-01", { endsOn: "2026-10-31" }, ["fromOn: position-change-after-end"]],
    ["of what lapses", "2026-11-01", { lapses: true }, ["undefined: position-change-lapsing"]],
  ] as const)("%s", (_, fromOn, more, faults) => {
    const found = faultsOfPositionChange({ how: "changed", fromOn, quantity: 6 }, { ...around, ...more }, today);
    expect(found?.map(({ path, code }) => `${path}: ${code}`) ?? null).toEqual(faults);
  });

  it("is nothing to a correction, which holds from the beginning", () => {
    expect(faultsOfPositionChange({ how: "corrected", fromOn: null, quantity: 6 }, around, today)).toBeNull();
    expect(faultsOfPositionChange({ how: "corrected", fromOn: "2030-01-01", quantity: 6 }, around, today)).toBeNull();
    expect(
      faultsOfPositionChange({ how: "corrected", fromOn: null, quantity: 6 }, { ...around, lapses: true }, today),
    ).toHaveLength(1);
  });

  it.each([
    [0, 1, ["quantity: field-too-small"]],
    [-1, 0, ["quantity: field-too-small", "users: field-too-small"]],
    [1.5, 1e12, ["quantity: field-wrong-type", "users: field-too-large"]],
    [1_000_000, 1, null],
  ])("is a whole number from 1 on: %s for %s users", (quantity, users, faults) => {
    const wanted = { how: "corrected" as const, fromOn: null, quantity, users };
    const found = faultsOfPositionChange(wanted, around, today);
    expect(found?.map(({ path, code }) => `${path}: ${code}`) ?? null).toEqual(faults);
  });
});
