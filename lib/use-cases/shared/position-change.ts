import { positionsOf } from "@/db/queries/contracts";
import type { Tx } from "@/db/tenant";
import { differences } from "@/lib/domain/audit";
import { endByNotice } from "@/lib/domain/contract-facts";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { faultsOfPositionChange, type WantedQuantity } from "@/lib/domain/position-change";
import { isRefusal, isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ContractAtHand, contractAtHand } from "./contract-at-hand";
import type { MeantContract } from "./import-rows";
import { meantContract } from "./meant-contract";
import { type PricedSystem, pricedSystem } from "./system-at-hand";

/** Another quantity of a contract's position. */
export interface PositionChange extends WantedQuantity {
  readonly contractId: string;
  /** May be left out where the contract has one position that runs. */
  readonly positionId?: string;
  /** What the contract costs per interval from then on; left out: by the price list, or unknown. */
  readonly amountCents?: Cents;
}

export type RunningPosition = Awaited<ReturnType<typeof positionsOf>>[number];

export interface PositionsAtHand {
  readonly contract: ContractAtHand;
  readonly system: PricedSystem;
  /** Positions without a last day. */
  readonly running: readonly RunningPosition[];
}

/** Null as in `contractAtHand`. */
export async function positionsAtHand(
  tx: Tx,
  viewer: Viewer,
  contractId: string,
  today: Day,
): Promise<PositionsAtHand | null> {
  const contract = await contractAtHand(tx, viewer, contractId, today);
  const system = contract === null ? null : await pricedSystem(tx, viewer, contract.row.systemId, today);
  if (contract === null || system === null) return null;
  const positions = await positionsOf(tx, viewer.resellerId ?? "", contract.row.id);
  return { contract, system, running: positions.filter(({ toOn }) => toOn === null) };
}

/** What a change comes to. */
export interface MeantChange {
  readonly position: RunningPosition;
  /** The position as it will be, with what the price list says of it. */
  readonly what: Pick<MeantContract, "quantity" | "users" | "monthlyCents" | "yearlyCents" | "edition" | "ownPrice">;
  readonly amountCents: Cents | null;
  /** Null where nothing differs. */
  readonly changed: ReturnType<typeof differences>;
  readonly notes: readonly Refusal[];
}

/**
 * The change that is meant, priced by the list of its first day. Refused as in `faultsOfPositionChange`, for a quantity that the article
 * does not have, and where several positions run and none is named (`position-missing`).
 */
export function meantChange(
  { contract, system, running }: PositionsAtHand,
  input: PositionChange,
  today: Day,
): MeantChange | Refusal | Refusals {
  const { row, facts } = contract;
  const named = running.find(({ id }) => id === input.positionId);
  const position = named ?? (running.length === 1 && input.positionId === undefined ? running[0] : undefined);
  if (position === undefined) return refuse("position-missing", {}, "positionId");
  const lapses = facts.policy?.kind === "lapses";
  const around = { fromOn: position.fromOn, endsOn: endByNotice(facts), lapses };
  const faults = faultsOfPositionChange(input, around, today);
  if (faults !== null) return faults;
  const { sku, profile } = position;
  const users = input.users ?? position.users;
  const meant = meantContract(
    system,
    {
      systemId: row.systemId,
      sku,
      startsOn: input.how === "changed" ? (input.fromOn ?? position.fromOn) : position.fromOn,
      quantity: input.quantity,
      billingInterval: row.billingInterval,
      billingParty: row.billingParty,
      ...(row.termMonths === null ? {} : { termMonths: row.termMonths }),
      ...(users === null ? {} : { users }),
      ...(profile === null ? {} : { profile }),
      ...(input.amountCents === undefined ? {} : { amountCents: input.amountCents }),
    },
    today,
  );
  if (isRefusal(meant) || isRefusals(meant)) return meant;
  const { what, notes } = meant;
  // The list prices one article alone; what several cost together, only their paper says.
  const amountCents = input.amountCents ?? (running.length === 1 ? what.amountCents : null);
  const was = { quantity: position.quantity, users: position.users, amountCents: row.amountCents };
  const is = { quantity: what.quantity, users: position.users === null ? null : what.users, amountCents };
  return { position, what: { ...what, users: is.users }, amountCents, changed: differences(was, is), notes };
}
