import { describe, expect, it } from "vitest";
import { type AroundContract, type ContractParticulars, faultsOfCorrection } from "@/lib/domain/contract-correction";

const whole: ContractParticulars = {
  startsOn: "2025-03-01",
  endsOn: null,
  billingInterval: "month",
  billingParty: "reseller",
  amountCents: 10_00,
  land: null,
};
const free: AroundContract = { lapses: false, brokered: false, notice: null, firstPositionEndOn: null };
const notice = { receivedOn: "2026-01-02", endsOn: "2026-02-28" };

describe("a correction", () => {
  it.each<[string, Partial<ContractParticulars>, Partial<AroundContract>, string[]]>([
    ["of everything that is free", { startsOn: "2025-04-01", amountCents: null, land: "DE-BY" }, {}, []],
    ["of the amount after a notice", { amountCents: 1 }, { notice }, []],
    ["of the start after a notice", { startsOn: "2025-04-01" }, { notice }, ["startsOn: correction-after-notice"]],
    ["to the last day of a position", { startsOn: "2025-06-30" }, { firstPositionEndOn: "2025-06-30" }, []],
    [
      "to after a position's end",
      { startsOn: "2025-07-01" },
      { firstPositionEndOn: "2025-06-30" },
      ["startsOn: correction-start-after-position"],
    ],
    ["of an end that follows from a rule", { endsOn: "2026-12-31" }, {}, ["endsOn: correction-end-by-rule"]],
    ["of an end that was agreed", { endsOn: "2026-12-31" }, { lapses: true }, []],
    ["to a term of one day", { startsOn: "2025-06-01", endsOn: "2025-06-01" }, { lapses: true }, []],
    ["to an end before the start", { endsOn: "2025-02-28" }, { lapses: true }, ["endsOn: correction-start-after-end"]],
    ["to no end at all", { endsOn: null }, { lapses: true }, ["endsOn: field-missing"]],
    ["to a Land that is none", { land: "Bayern" }, {}, ["land: land-unknown"]],
    [
      "to a sale of what is brokered",
      { billingParty: "reseller" },
      { brokered: true },
      ["billingParty: capture-resale-forbidden"],
    ],
    ["to what is brokered", { billingParty: "vendor" }, { brokered: true }, []],
  ])("%s", (_, set, around, codes) => {
    const faults = faultsOfCorrection(set, { ...whole, ...set }, { ...free, ...around });
    expect((faults ?? []).map(({ path, code }) => `${path}: ${code}`)).toEqual(codes);
  });
});
