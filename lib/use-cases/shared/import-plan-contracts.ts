import type { ExistingContract, ExistingEstate } from "./import-existing";
import type { Difference, Inserts } from "./import-plan";
import type { Book, Outcome, Place } from "./import-plan-owners";
import type { LicencePlanner } from "./import-plan-purchases";
import type { MeantContract, MeantRow } from "./import-rows";

type NewContract = Inserts["contracts"][number];

/** Contracts with their position, their term where they lapse, and the notice that ended them. */
export class ContractPlanner {
  readonly #there: ReadonlyMap<string, ExistingContract>;
  readonly #lines = new Map<string, number>();
  /** Contracts by system and article, the earliest first: what parts can belong to. */
  readonly #mains = new Map<string, { readonly id: string; readonly startsOn: string }[]>();
  readonly #parts: { readonly contract: NewContract; readonly mainSku: string }[] = [];

  constructor(
    private readonly book: Book,
    private readonly licences: LicencePlanner,
    existing: ExistingEstate,
  ) {
    const there = existing.contracts;
    this.#there = new Map(
      there.map((row) => [keyOf(row.systemId, row.sku, row.startsOn, row.position?.profile ?? null), row]),
    );
    for (const { id, systemId, sku, startsOn, archived } of there)
      if (!archived) this.#noteMain(systemId, sku, { id, startsOn });
  }

  #noteMain(systemId: string, sku: string, main: { readonly id: string; readonly startsOn: string }): void {
    const key = `${systemId}\n${sku}`;
    this.#mains.set(key, [...(this.#mains.get(key) ?? []), main]);
  }

  /** False where the row cannot count. */
  add(row: MeantRow, what: MeantContract, place: Place, outcome: Outcome): boolean {
    const key = keyOf(place.systemId, what.sku, what.startsOn, what.profile);
    const twin = this.#lines.get(key);
    if (twin !== undefined) return outcome.reject("start", "row-twice", { line: twin });
    const there = this.#there.get(key);
    if (there?.archived) return outcome.reject("start", "row-contract-archived");
    if (there !== undefined && !canTakeNotice(there, what, outcome)) return false;
    if (row.written.licence_key !== undefined && this.licences.take(row, what.sku, place, outcome) === false)
      return false;
    this.#lines.set(key, row.line);
    if (there === undefined) {
      this.#insert(row, what, place);
      outcome.isNew = true;
    } else this.#change(row, what, there, outcome);
    return true;
  }

  #insert({ vendor }: MeantRow, what: MeantContract, { customerId, systemId }: Place): void {
    const id = this.book.newId();
    const { sku, policyId, termMonths, startsOn, billingParty, billingInterval, amountCents } = what;
    const contract: NewContract = {
      id,
      customerId,
      systemId,
      vendor,
      sku,
      policyId,
      termMonths,
      startsOn,
      billingParty,
      billingInterval,
      amountCents,
      mainContractId: null,
    };
    this.book.inserts.contracts.push(contract);
    this.book.made("contract", id, customerId);
    if (what.mainSku === null) this.#noteMain(systemId, sku, { id, startsOn });
    else this.#parts.push({ contract, mainSku: what.mainSku });
    this.#addPosition(id, customerId, what);
    if (what.term !== null) this.#addTerm(id, customerId, what, startsOn);
    if (what.notice !== null) this.#addNotice(id, customerId, what.notice);
  }

  #addPosition(contractId: string, customerId: string, what: MeantContract): string {
    const id = this.book.newId();
    const { sku, startsOn: fromOn, quantity, profile, users, monthlyCents, yearlyCents, edition } = what;
    const booked = { sku, quantity, profile, users, fromOn, monthlyCents, yearlyCents, edition };
    this.book.inserts.positions.push({ id, customerId, contractId, ...booked });
    return id;
  }

  #addTerm(contractId: string, customerId: string, { term, edition }: MeantContract, startsOn: string): void {
    if (term === null) return;
    const id = this.book.newId();
    const { endsOn, months, percentPerYear } = term;
    this.book.inserts.terms.push({
      id,
      customerId,
      contractId,
      kind: "up2date",
      startsOn,
      endsOn,
      months,
      percentPerYear,
      edition,
    });
    this.book.made("term", id, customerId);
  }

  #addNotice(contractId: string, customerId: string, notice: { receivedOn: string; endsOn: string }): void {
    const id = this.book.newId();
    this.book.inserts.notices.push({ id, customerId, contractId, kind: "notice", channel: "unknown", ...notice });
    this.book.made("notice", id, customerId);
  }

  #change({ written }: MeantRow, what: MeantContract, there: ExistingContract, outcome: Outcome): void {
    const { id, customerId, version } = there;
    const found: Difference[] = [];
    const before: Record<string, string | number | null> = {};
    const after: Record<string, string | number | null> = {};
    const differ = (column: string, field: string, old: string | number | null, value: string | number | null) => {
      if (old === value) return;
      found.push({ field, before: old, after: value });
      before[column] = old;
      after[column] = value;
    };
    if (written.interval !== undefined)
      differ("billingInterval", "interval", there.billingInterval, what.billingInterval);
    if (written.term_months !== undefined && what.termMonths !== null)
      differ("termMonths", "term_months", there.termMonths, what.termMonths);
    const booked = this.#changePosition(written, what, there, found);
    const saysAmount = written.amount !== undefined || written.unit_price !== undefined;
    // Another quantity, term or interval without an amount costs what the list says for it.
    const repriced = (booked || found.length > 0) && what.amountCents !== null;
    if (saysAmount || repriced) differ("amountCents", "amount", there.amountCents, what.amountCents);
    if (Object.keys(after).length > 0) this.book.change("contracts", { id, customerId, version }, before, after);
    if (what.term !== null && what.term.endsOn !== there.termEndsOn) {
      found.push({ field: "term_end", before: there.termEndsOn, after: what.term.endsOn });
      this.#addTerm(id, customerId, what, what.startsOn);
    }
    if (what.notice !== null && there.noticeReceivedOn === null) {
      found.push({ field: "notice_received_on", before: null, after: what.notice.receivedOn });
      this.#addNotice(id, customerId, what.notice);
    }
    outcome.differences.push(...found);
  }

  #changePosition(
    written: MeantRow["written"],
    what: MeantContract,
    there: ExistingContract,
    found: Difference[],
  ): boolean {
    const { position, customerId } = there;
    const says = written.quantity !== undefined || written.users !== undefined;
    if (position === null) {
      if (!says) return false;
      found.push({ field: "quantity", before: null, after: what.quantity });
      this.book.made("position", this.#addPosition(there.id, customerId, what), customerId);
      return true;
    }
    const before: Record<string, number | null> = {};
    const after: Record<string, number | null> = {};
    if (says && position.quantity !== what.quantity) {
      found.push({ field: "quantity", before: position.quantity, after: what.quantity });
      before.quantity = position.quantity;
      after.quantity = what.quantity;
    }
    if (written.users !== undefined && position.users !== what.users) {
      found.push({ field: "users", before: position.users, after: what.users });
      before.users = position.users;
      after.users = what.users;
    }
    if (Object.keys(after).length === 0) return false;
    const old = { ...before, monthlyCents: position.monthlyCents, yearlyCents: position.yearlyCents };
    const prices = { monthlyCents: what.monthlyCents, yearlyCents: what.yearlyCents };
    this.book.change("positions", { id: position.id, customerId, version: null }, old, { ...after, ...prices });
    return true;
  }

  /** Parts name the contract of their system that they belong to, wherever in the file it stands. */
  linkParts(): void {
    for (const { contract, mainSku } of this.#parts) {
      const mains = this.#mains.get(`${contract.systemId}\n${mainSku}`) ?? [];
      const earliest = mains.toSorted((left, right) => (left.startsOn < right.startsOn ? -1 : 1))[0];
      contract.mainContractId = earliest?.id ?? null;
    }
    // A row that names another must come after it.
    this.book.inserts.contracts.sort(
      (left, right) => Number(left.mainContractId !== null) - Number(right.mainContractId !== null),
    );
  }
}

/** A notice that is there already and another day of receipt are for a person to settle, as is a notice to a rule of the contract's own. */
function canTakeNotice(there: ExistingContract, { notice }: MeantContract, outcome: Outcome): boolean {
  if (notice === null || there.noticeReceivedOn === notice.receivedOn) return true;
  if (there.noticeReceivedOn !== null)
    return outcome.reject("notice_received_on", "row-notice-differs", { receivedOn: there.noticeReceivedOn });
  return there.ownRule === null || outcome.reject("notice_received_on", "row-notice-own-rule");
}

const keyOf = (systemId: string, sku: string, startsOn: string, profile: string | null) =>
  `${systemId}\n${sku}\n${startsOn}\n${profile ?? ""}`;
