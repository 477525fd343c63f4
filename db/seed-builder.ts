import { v7 as uuidv7 } from "uuid";
import { type Day, dayAfter, daysBetween } from "@/lib/domain/dates";
import { type QuoteItem, quote } from "@/lib/domain/pricing";
import { isRefusal } from "@/lib/domain/refusal";
import { type TermQuestion, termsOf } from "@/lib/domain/terms";
import { newestEdition, policyById } from "@/lib/price-lists/index";
import { sealKey } from "@/lib/vault/seal";
import type {
  contractRules,
  contracts,
  customers,
  licences,
  notices,
  OwnRule,
  positions,
  priceRows,
  purchases,
  systems,
  terms,
} from "./schema";

/** The rows of one reseller, by table and in the order in which they refer to each other. */
export interface TenantRows {
  readonly customers: (typeof customers.$inferInsert)[];
  readonly systems: (typeof systems.$inferInsert)[];
  readonly licences: (typeof licences.$inferInsert)[];
  readonly purchases: (typeof purchases.$inferInsert)[];
  readonly contracts: (typeof contracts.$inferInsert)[];
  readonly contractRules: (typeof contractRules.$inferInsert)[];
  readonly positions: (typeof positions.$inferInsert)[];
  readonly terms: (typeof terms.$inferInsert)[];
  readonly notices: (typeof notices.$inferInsert)[];
  readonly priceRows: (typeof priceRows.$inferInsert)[];
}

export function noRows(): TenantRows {
  return {
    customers: [],
    systems: [],
    licences: [],
    purchases: [],
    contracts: [],
    contractRules: [],
    positions: [],
    terms: [],
    notices: [],
    priceRows: [],
  };
}

/** What a request costs at list, in whole cents; the story asks only for what the price lists have. */
export function listPrice(vendor: string, items: readonly QuoteItem[]) {
  const list = newestEdition(vendor);
  const priced = list === undefined ? null : quote(list, items);
  if (priced === null || isRefusal(priced)) throw new Error(`the story asks for what ${vendor} does not sell`);
  const { oneOffCents, monthlyCents, yearlyCents } = priced.totals;
  return { oneOffCents: oneOffCents ?? 0, monthlyCents: monthlyCents ?? 0, yearlyCents: yearlyCents ?? 0 };
}

interface Runs {
  readonly policyId: string;
  readonly termMonths?: number;
  readonly ownRule?: OwnRule;
  readonly land?: TermQuestion["land"];
}

function questionOf(runs: Runs, start: Day, asOf: Day): TermQuestion {
  const policy = policyById(runs.policyId);
  if (policy === undefined) throw new Error(`no policy ${runs.policyId}`);
  return {
    policy,
    termMonths: runs.termMonths ?? null,
    ownRule: runs.ownRule ?? null,
    land: runs.land ?? null,
    start,
    asOf,
    noticeReceivedOn: null,
  };
}

/**
 * A first day for which the contract's first deadline lies from `from` to `to` days from today (both included; negative: it has passed).
 * `by` says which day is meant. A start moves its deadline by about as many days; the last few are found by looking, not by arithmetic, so
 * that the trap is there on every day of the calendar.
 */
export function startWithDeadline(
  runs: Runs,
  today: Day,
  from: number,
  to: number,
  by: "noticeDueOn" | "sendByOn" = "noticeDueOn",
): Day {
  const [first, last] = [dayAfter(today, from), dayAfter(today, to)];
  const middle = dayAfter(today, Math.floor((from + to) / 2));
  const guess = dayAfter(today, daysBetween(firstDeadline(runs, today, by), middle));
  for (let step = 0; step <= 2 * LOOK_AROUND; step++) {
    const start = dayAfter(guess, step % 2 === 0 ? step / 2 : -(step + 1) / 2);
    const day = firstDeadline(runs, start, by);
    if (day >= first && day <= last) return start;
  }
  throw new Error(`no start of ${runs.policyId} has its ${by} from ${first} to ${last}`);
}

const LOOK_AROUND = 15;
/** Long before any start, so that the first deadline is the next one. */
const BEFORE_ALL: Day = "1990-01-01";

function firstDeadline(runs: Runs, start: Day, by: "noticeDueOn" | "sendByOn"): Day {
  const answer = termsOf(questionOf(runs, start, BEFORE_ALL));
  const day = isRefusal(answer) ? null : answer[by];
  if (day === null) throw new Error(`${runs.policyId} has no deadline`);
  return day;
}

/** The end that a notice brings about. */
export function noticedEnd(runs: Runs, start: Day, receivedOn: Day): Day {
  const answer = termsOf({ ...questionOf(runs, start, receivedOn), noticeReceivedOn: receivedOn });
  if (isRefusal(answer) || answer.endsOn === null) throw new Error(`no notice to ${runs.policyId}`);
  return answer.endsOn;
}

export interface CustomerInput {
  readonly number: string;
  readonly name: string;
  readonly land: string;
  readonly contact: readonly [name: string, email: string, phone: string];
  readonly clerkId: string;
  readonly deputyId?: string;
}

export interface SystemInput {
  readonly vendor: string;
  readonly name: string;
  readonly users?: number;
  readonly lightUsers?: number;
  readonly release?: number;
  readonly usage?: Record<string, number | boolean>;
  /** The server's licence key; without one none was recorded. */
  readonly serverKey?: string;
}

export interface ContractInput extends Runs {
  readonly sku: string;
  readonly startsOn: Day;
  readonly billingParty: "vendor" | "reseller";
  readonly billingInterval: "month" | "quarter" | "year";
  readonly amountCents: number | null;
  readonly mainContractId?: string;
  readonly positions: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly profile?: string;
    readonly users?: number;
    readonly monthlyCents?: number;
    readonly yearlyCents?: number;
  }[];
}

/** Adds the rows of one reseller's story, one noun after the other. */
export class TenantStory {
  readonly rows = noRows();
  readonly #customerOf = new Map<string, string>();
  readonly #licences = new Map<string, string>();

  constructor(readonly resellerId: string) {}

  customer(input: CustomerInput): string {
    const id = uuidv7();
    const { number, name, land, clerkId, deputyId } = input;
    const [contactName, contactEmail, contactPhone] = input.contact;
    const contact = { contactName, contactEmail, contactPhone };
    this.rows.customers.push({
      resellerId: this.resellerId,
      id,
      number,
      name,
      land,
      clerkId,
      deputyId: deputyId ?? null,
      ...contact,
    });
    return id;
  }

  system(customerId: string, input: SystemInput): string {
    const id = uuidv7();
    this.#customerOf.set(id, customerId);
    this.rows.systems.push({
      resellerId: this.resellerId,
      id,
      customerId,
      vendor: input.vendor,
      name: input.name,
      installedUsers: input.users ?? null,
      installedLightUsers: input.lightUsers ?? null,
      release: input.release ?? null,
      usage: input.usage ?? {},
      ...this.#serverKey(id, input.serverKey),
    });
    return id;
  }

  /** A purchase; `paidCents` null: not recorded. */
  buys(
    systemId: string,
    vendor: string,
    sku: string,
    purchase: {
      readonly on: Day;
      readonly quantity?: number;
      readonly tier?: string;
      readonly users?: number;
      readonly listPriceCents: number;
      readonly paidCents: number | null;
      readonly order: string;
      /** The licence's key; of the first purchase that names one. */
      readonly key?: string;
    },
  ): void {
    const customerId = this.#customer(systemId);
    const key = `${systemId} ${sku}`;
    const known = this.#licences.get(key);
    const licenceId = known ?? uuidv7();
    const owner = { resellerId: this.resellerId, customerId };
    if (known === undefined) {
      this.#licences.set(key, licenceId);
      this.rows.licences.push({
        ...owner,
        id: licenceId,
        systemId,
        vendor,
        sku,
        ...this.#licenceKey(licenceId, purchase.key),
      });
    }
    this.rows.purchases.push({
      ...owner,
      id: uuidv7(),
      licenceId,
      purchasedOn: purchase.on,
      quantity: purchase.quantity ?? 1,
      tier: purchase.tier ?? null,
      users: purchase.users ?? null,
      listPriceCents: purchase.listPriceCents,
      paidCents: purchase.paidCents,
      edition: newestEdition(vendor)?.edition ?? null,
      orderReference: purchase.order,
    });
  }

  contract(systemId: string, vendor: string, input: ContractInput): string {
    const id = uuidv7();
    const customerId = this.#customer(systemId);
    const owner = { resellerId: this.resellerId, customerId };
    this.rows.contracts.push({
      ...owner,
      id,
      systemId,
      vendor,
      sku: input.sku,
      policyId: input.policyId,
      termMonths: input.termMonths ?? null,
      ownRule: input.ownRule ?? null,
      land: input.land ?? null,
      startsOn: input.startsOn,
      billingParty: input.billingParty,
      billingInterval: input.billingInterval,
      amountCents: input.amountCents,
      mainContractId: input.mainContractId ?? null,
    });
    const edition = newestEdition(vendor)?.edition ?? null;
    for (const position of input.positions) {
      this.rows.positions.push({
        ...owner,
        id: uuidv7(),
        contractId: id,
        fromOn: input.startsOn,
        edition,
        ...position,
      });
    }
    if (input.ownRule !== undefined) {
      const land = input.land ?? null;
      this.rows.contractRules.push({ ...owner, id: uuidv7(), contractId: id, rule: input.ownRule, land });
    }
    return id;
  }

  /** A term that was agreed. */
  term(
    contractId: string,
    term: {
      readonly kind: "first" | "up2date" | "renewal";
      readonly startsOn: Day;
      readonly endsOn: Day;
      readonly months: number;
      readonly percentPerYear?: number;
      readonly amountCents?: number;
    },
  ): void {
    this.rows.terms.push({ ...this.#ownerOf(contractId), id: uuidv7(), contractId, ...term });
  }

  /** A notice, with its confirmation where the other side has answered. */
  notice(
    contractId: string,
    notice: {
      readonly receivedOn: Day;
      readonly endsOn: Day;
      readonly channel: "email" | "fax" | "letter";
      readonly note: string;
      readonly confirmedOn?: Day;
    },
  ): void {
    const owner = this.#ownerOf(contractId);
    const id = uuidv7();
    const { receivedOn, endsOn, channel, note, confirmedOn } = notice;
    this.rows.notices.push({ ...owner, id, contractId, kind: "notice", receivedOn, channel, endsOn, note });
    if (confirmedOn === undefined) return;
    const answer = { kind: "confirmation" as const, receivedOn: confirmedOn, channel: "email" as const, noticeId: id };
    this.rows.notices.push({ ...owner, id: uuidv7(), contractId, ...answer });
  }

  price(vendor: string, sku: string, cents: number, validFrom: Day): void {
    const row = { kind: "list" as const, vendor, sku, cents, validFrom, sample: true, dimensions: {} };
    this.rows.priceRows.push({ resellerId: this.resellerId, id: uuidv7(), ...row });
  }

  #serverKey(id: string, key: string | undefined) {
    if (key === undefined) return {};
    const { sealed, mask, digest } = sealKey(key, {
      resellerId: this.resellerId,
      table: "systems",
      id,
      column: "server_key",
    });
    return { serverKeySealed: sealed, serverKeyMask: mask, serverKeyDigest: digest };
  }

  #licenceKey(id: string, key: string | undefined) {
    if (key === undefined) return {};
    const { sealed, mask, digest } = sealKey(key, {
      resellerId: this.resellerId,
      table: "licences",
      id,
      column: "licence_key",
    });
    return { licenceKeySealed: sealed, licenceKeyMask: mask, licenceKeyDigest: digest };
  }

  #customer(systemId: string): string {
    const id = this.#customerOf.get(systemId);
    if (id === undefined) throw new Error("the system is not of this story");
    return id;
  }

  #ownerOf(contractId: string) {
    const contract = this.rows.contracts.find((row) => row.id === contractId);
    if (contract === undefined) throw new Error("the contract is not of this story");
    return { resellerId: this.resellerId, customerId: contract.customerId };
  }
}
