import { v7 as uuidv7 } from "uuid";
import { insertContract, insertPosition, insertTerm, mainContractOf, sameContract } from "@/db/queries/capture";
import { setOwnRule } from "@/db/queries/contracts";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { policyById } from "@/lib/price-lists/index";
import { deriveAround } from "./shared/derive";
import { meantContract, type NewContract } from "./shared/meant-contract";
import { readOwnRule } from "./shared/own-rule";
import { recordChanges } from "./shared/record-change";
import { pricedSystem, systemAtHand } from "./shared/system-at-hand";

export type { NewContract } from "./shared/meant-contract";

export interface CreatedContract {
  readonly contractId: string;
  readonly version: number;
  readonly notes: readonly Refusal[];
}

/**
 * Records a contract: its policy follows from the article, as in an import. Refused: an article that is bought once (`capture-is-purchase`),
 * a contract that is there already (`capture-contract-there`), a billing party that the vendor's terms forbid (`capture-resale-forbidden`),
 * a rule of its own for what lapses (`rule-not-for-lapsing`).
 */
export async function createContract(
  viewer: Viewer,
  input: NewContract,
  today: Day,
  now: Date,
): Promise<CreatedContract | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const { land = null, billingParty } = input;
  const rule = input.ownRule === undefined ? null : readOwnRule(input.ownRule);
  if (isRefusal(rule)) return rule;
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await systemAtHand(tx, viewer, input.systemId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const system = await pricedSystem(tx, viewer, input.systemId, today);
    if (system === null) return "not-found";
    const { id: systemId, customerId, vendor } = system.row;
    const meant = meantContract(system, input, today);
    if (isRefusal(meant) || isRefusals(meant)) return meant;
    const { what, notes } = meant;
    if (rule !== null && policyById(what.policyId)?.kind === "lapses")
      return refuse("rule-not-for-lapsing", {}, "ownRule");
    const key = { systemId, sku: what.sku, startsOn: what.startsOn, profile: what.profile };
    if ((await sameContract(tx, resellerId, key)) !== null)
      return refuse("capture-contract-there", { startsOn: what.startsOn }, "startsOn");
    const { mainSku, term } = what;
    const contract = {
      id: uuidv7(),
      customerId,
      systemId,
      vendor,
      sku: what.sku,
      policyId: what.policyId,
      termMonths: what.termMonths,
      land,
      startsOn: what.startsOn,
      billingParty: billingParty ?? what.billingParty,
      billingInterval: what.billingInterval,
      amountCents: what.amountCents,
      mainContractId: mainSku === null ? null : await mainContractOf(tx, resellerId, systemId, mainSku),
    };
    await insertContract(tx, { resellerId, ...contract, createdAt: now });
    const { quantity, profile, users, monthlyCents, yearlyCents, edition } = what;
    const position = {
      sku: what.sku,
      quantity,
      profile,
      users,
      fromOn: what.startsOn,
      monthlyCents,
      yearlyCents,
      edition,
    };
    await insertPosition(tx, { resellerId, id: uuidv7(), customerId, contractId: contract.id, ...position });
    const by = { recordedBy: viewer.personId, recordedAt: now };
    if (term !== null)
      await insertTerm(tx, {
        resellerId,
        id: uuidv7(),
        customerId,
        contractId: contract.id,
        kind: "up2date",
        startsOn: what.startsOn,
        ...term,
        edition,
        ...by,
      });
    let version = 1;
    if (rule !== null) {
      const entry = { id: uuidv7(), rule, land, recordedBy: viewer.personId, recordedAt: now };
      await setOwnRule(tx, resellerId, { id: contract.id, customerId, version }, entry);
      version++;
    }
    await deriveAround(tx, resellerId, { id: contract.id, systemId }, today);
    const { id: _, customerId: __, systemId: ___, ...agreed } = contract;
    const of = { customerId, systemId, contractId: contract.id };
    await recordChanges(tx, viewer, [
      {
        action: "contract-created",
        subject: { type: "contract", id: contract.id },
        of,
        after: { ...agreed, quantity, profile, users, ...(term === null ? {} : { endsOn: term.endsOn }) },
        at: now,
      },
      ...(rule === null
        ? []
        : [
            {
              action: "contract-rule-recorded" as const,
              subject: { type: "contract" as const, id: contract.id },
              of,
              after: { ...rule, land },
              at: now,
            },
          ]),
    ]);
    return { contractId: contract.id, version, notes };
  });
}
