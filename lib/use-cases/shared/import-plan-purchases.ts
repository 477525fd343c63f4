import type { ExistingEstate, ExistingLicence, ExistingPurchase } from "./import-existing";
import type { Inserts } from "./import-plan";
import type { Book, Outcome, Place } from "./import-plan-owners";
import type { MeantPurchase, MeantRow } from "./import-rows";

interface LicenceState {
  readonly id: string;
  readonly there: ExistingLicence | null;
  row: Inserts["licences"][number] | null;
  keyLine: { key: string; line: number } | null;
}

/** Licences of systems: one for each article, which holds the key and whose purchases are its quantity. */
export class LicencePlanner {
  readonly #licences = new Map<string, LicenceState>();

  constructor(
    private readonly book: Book,
    existing: ExistingEstate,
  ) {
    for (const there of existing.licences)
      this.#licences.set(`${there.systemId}\n${there.sku}`, { id: there.id, there, row: null, keyLine: null });
  }

  find(sku: string, { systemId }: Place): LicenceState | undefined {
    return this.#licences.get(`${systemId}\n${sku}`);
  }

  /** Makes the licence where there is none, and notes the row's key. False where another row has given it another key. */
  take(row: MeantRow, sku: string, place: Place, outcome: Outcome): LicenceState | false {
    const { customerId, systemId } = place;
    const key = row.written.licence_key;
    const known = this.find(sku, place);
    if (known?.there?.archived) return outcome.reject("sku", "row-licence-archived");
    const said = known?.keyLine;
    if (key !== undefined && said && said.key !== key)
      return outcome.reject("licence_key", "row-key-differs", { line: said.line });
    const state = known ?? { id: this.book.newId(), there: null, row: null, keyLine: null };
    if (known === undefined) {
      state.row = { id: state.id, customerId, systemId, vendor: row.vendor, sku };
      this.#licences.set(`${systemId}\n${sku}`, state);
      this.book.inserts.licences.push(state.row);
      this.book.made("licence", state.id, customerId);
    }
    if (key !== undefined && state.keyLine === null) this.#setKey(state, key, row.line, place, outcome);
    return state;
  }

  #setKey(state: LicenceState, key: string, line: number, { customerId }: Place, outcome: Outcome): void {
    state.keyLine = { key, line };
    const { there } = state;
    if (there !== null && there.licenceKeyDigest === this.book.sealing.digest(key)) return;
    const { sealed, mask, digest } = this.book.sealing.seal(key, "licences", state.id);
    const columns = { licenceKeySealed: sealed, licenceKeyMask: mask, licenceKeyDigest: digest };
    if (state.row !== null) Object.assign(state.row, columns);
    else if (there !== null) {
      const { licenceKeySealed, licenceKeyMask, licenceKeyDigest } = there;
      const before = { licenceKeySealed, licenceKeyMask, licenceKeyDigest };
      this.book.change("licences", { id: state.id, customerId, version: there.version }, before, columns);
      outcome.differences.push({ field: "licence_key", before: there.licenceKeyMask, after: mask });
    }
  }
}

/** Purchases: facts that are never changed. A row that says something else withdraws the one that is there and adds its own. */
export class PurchasePlanner {
  readonly #there: ReadonlyMap<string, ExistingPurchase[]>;
  readonly #lines = new Map<string, number>();

  constructor(
    private readonly book: Book,
    private readonly licences: LicencePlanner,
    existing: ExistingEstate,
  ) {
    this.#there = Map.groupBy(existing.purchases, (row) => `${row.licenceId}\n${row.purchasedOn}`);
  }

  /** False where the row cannot count. */
  add(row: MeantRow, what: MeantPurchase, place: Place, outcome: Outcome): boolean {
    const key = `${place.systemId}\n${what.sku}\n${what.purchasedOn}`;
    const twin = this.#lines.get(key);
    if (twin !== undefined) return outcome.reject("start", "row-twice", { line: twin });
    const licence = this.licences.take(row, what.sku, place, outcome);
    if (licence === false) return false;
    this.#lines.set(key, row.line);
    const there = this.#there.get(`${licence.id}\n${what.purchasedOn}`) ?? [];
    const same = there.find((each) => differencesOf(row, what, each).length === 0);
    if (same !== undefined) return true;
    const [old] = there;
    if (old === undefined) {
      this.#insert(licence.id, what, place, null);
      outcome.isNew = true;
      return true;
    }
    outcome.differences.push(...differencesOf(row, what, old));
    this.book.replace({ id: old.id, customerId: place.customerId });
    this.#insert(licence.id, what, place, old);
    return true;
  }

  #insert(licenceId: string, what: MeantPurchase, { customerId }: Place, old: ExistingPurchase | null): void {
    const id = this.book.newId();
    const { purchasedOn, quantity, tier, users, listPriceCents, paidCents, edition } = what;
    this.book.inserts.purchases.push({
      id,
      customerId,
      licenceId,
      purchasedOn,
      quantity,
      tier: tier ?? old?.tier ?? null,
      users: users ?? old?.users ?? null,
      listPriceCents: listPriceCents ?? old?.listPriceCents ?? null,
      // What the row does not say stays as it was recorded.
      paidCents: paidCents ?? old?.paidCents ?? null,
      edition,
      orderReference: old?.orderReference ?? null,
    });
    this.book.made("purchase", id, customerId);
  }
}

/** What the row says otherwise than it is recorded. */
function differencesOf({ written }: MeantRow, what: MeantPurchase, there: ExistingPurchase) {
  const saysQuantity = written.quantity !== undefined || written.users !== undefined;
  const saysPaid = written.unit_price !== undefined || written.amount !== undefined;
  return [
    ...(saysQuantity && what.quantity !== there.quantity
      ? [{ field: "quantity", before: there.quantity, after: what.quantity }]
      : []),
    ...(written.users !== undefined && what.users !== there.users
      ? [{ field: "users", before: there.users, after: what.users }]
      : []),
    ...(saysPaid && what.paidCents !== there.paidCents
      ? [{ field: "amount", before: there.paidCents, after: what.paidCents }]
      : []),
  ];
}
