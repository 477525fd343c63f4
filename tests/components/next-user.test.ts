import { describe, expect, it } from "vitest";
import { fieldOf, nextUserHref, saidIn, usersIn, withUsers } from "@/components/next-user/address";
import { folded, type ShownStep } from "@/components/next-user/fold";

const costs = (oneOffCents: number | null, monthlyCents: number | null = 0) => ({
  oneOffCents,
  monthlyCents,
  yearlyCents: 0,
});
const step = (user: number, oneOffCents: number | null, more: Partial<ShownStep> = {}): ShownStep => ({
  user,
  costs: costs(oneOffCents),
  beyond: costs(0),
  hurts: false,
  reasons: [],
  ...more,
});
const shape = (steps: readonly ShownStep[], systems?: number) =>
  folded(steps, systems).map(({ from, to, costs: least, most }) => [from, to, least.oneOffCents, most.oneOffCents]);

describe("users one after the other", () => {
  it("fold where they cost the same, and a jump stands alone", () => {
    const jump = step(4, 400_000, { hurts: true, beyond: costs(400_000) });
    const steps = [...[1, 2, 3].map((user) => step(user, 0)), jump, ...[5, 6].map((user) => step(user, 0))];
    expect(shape(steps)).toEqual([
      [1, 3, 0, 0],
      [4, 4, 400_000, 400_000],
      [5, 6, 0, 0],
    ]);
  });
  it("fold where only rounding tells them apart: a cent for each system, never creeping further", () => {
    const steps = [100, 101, 100, 101, 102].map((cents, index) => step(index + 1, cents));
    expect(shape(steps)).toEqual([
      [1, 4, 100, 101],
      [5, 5, 102, 102],
    ]);
    expect(shape(steps, 2)).toEqual([[1, 5, 100, 102]]);
  });
  it("stay apart where something else happens, or where one amount is unknown", () => {
    const said = (code: string) => ({ reasons: [{ code, params: {} }] });
    expect(shape([step(1, 5, said("a")), step(2, 5, said("a")), step(3, 5, said("b")), step(4, 5)])).toHaveLength(3);
    expect(shape([step(1, 0), step(2, null), step(3, null), step(4, 0)])).toEqual([
      [1, 1, 0, 0],
      [2, 3, null, null],
      [4, 4, 0, 0],
    ]);
    expect(folded([])).toEqual([]);
  });
});

describe("the address", () => {
  const id = "01a227fd-f50f-7359-8a7f-6d106ea50b9b";
  it.each([
    [undefined, 1],
    ["1", 1],
    [" 5 ", 5],
    ["1000", 1_000],
    ["0", null],
    ["1001", null],
    ["-1", null],
    ["1.5", null],
    ["1e3", null],
    ["viele", null],
  ])("%s are %s users", (nutzer, users) => expect(usersIn({ nutzer })).toBe(users));
  it("carries what was chosen on each system to another number of users", () => {
    const href = nextUserHref("k", [id]);
    expect(href).toBe("/naechster-nutzer?kunde=k&anlage-6d106ea50b9b=ja");
    const params = { kunde: "k", nutzer: "3", "anlage-6d106ea50b9b": "ja", leer: "" };
    expect(withUsers(params, 5)).toBe("/naechster-nutzer?kunde=k&anlage-6d106ea50b9b=ja&nutzer=5#ergebnis");
    expect([saidIn(params, id, "anlage"), saidIn(params, id, "profil")]).toEqual(["ja", undefined]);
    expect(fieldOf(id, "profil")).toBe("profil-6d106ea50b9b");
  });
});
