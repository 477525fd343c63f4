import type { RowProblem, WrittenRow } from "@/lib/import-export/read-row";
import type { ExistingCustomer, ExistingEstate, ExistingSystem } from "./import-existing";
import type { Difference, Effect, EstatePlan, Inserts, Update, Updates } from "./import-plan";
import type { Sealing } from "./import-planner";
import type { MeantRow } from "./import-rows";

/** What one row comes to, as it is found. */
export interface Outcome {
  isNew: boolean;
  readonly problems: RowProblem[];
  readonly differences: Difference[];
  reject(field: keyof WrittenRow, code: string, params?: RowProblem["params"]): false;
  warn(field: keyof WrittenRow, code: string, params?: RowProblem["params"]): void;
}

export function outcomeOf(row: MeantRow): Outcome {
  const problems = [...row.problems];
  const add = (
    level: RowProblem["level"],
    field: keyof WrittenRow,
    code: string,
    params: RowProblem["params"] = {},
  ) => {
    const value = field === "licence_key" || field === "server_key" ? "" : String(row.written[field] ?? "");
    problems.push({ field, value, code, params, level });
  };
  return {
    isNew: false,
    problems,
    differences: [],
    reject: (field, code, params) => {
      add("error", field, code, params);
      return false;
    },
    warn: (field, code, params) => add("warning", field, code, params),
  };
}

/** The plan as it grows. */
export interface Book {
  readonly newId: () => string;
  readonly sealing: Sealing;
  readonly inserts: Inserts;
  readonly touched: Set<string>;
  made(subjectType: Effect["subjectType"], subjectId: string, customerId: string): void;
  /** Sets values of a row that is there; later calls for the same row add to it. */
  change(
    table: keyof Updates,
    row: { readonly id: string; readonly customerId: string; readonly version: number | null },
    before: Readonly<Record<string, string | number | null>>,
    after: Readonly<Record<string, string | number | null>>,
  ): void;
  replace(purchase: { readonly id: string; readonly customerId: string }): void;
  plan(): Omit<EstatePlan, "verdicts" | "counts">;
}

const singular = {
  customers: "customer",
  systems: "system",
  licences: "licence",
  contracts: "contract",
  positions: "position",
} as const;

export function makeBook(newId: () => string, sealing: Sealing): Book {
  const inserts: Inserts = {
    customers: [],
    systems: [],
    licences: [],
    purchases: [],
    contracts: [],
    positions: [],
    terms: [],
    notices: [],
  };
  const changes = new Map<
    string,
    { table: keyof Updates; update: Update; before: Record<string, string | number | null> }
  >();
  const made: Effect[] = [];
  const withdrawn: { id: string; customerId: string }[] = [];
  const touched = new Set<string>();
  return {
    newId,
    sealing,
    inserts,
    touched,
    made(subjectType, subjectId, customerId) {
      made.push({ subjectType, subjectId, customerId, before: null });
      touched.add(customerId);
    },
    change(table, { id, customerId, version }, before, after) {
      const known = changes.get(id);
      changes.set(id, {
        table,
        update: { id, customerId, version, set: { ...known?.update.set, ...after } },
        before: { ...before, ...known?.before },
      });
      touched.add(customerId);
    },
    replace(purchase) {
      withdrawn.push(purchase);
      touched.add(purchase.customerId);
    },
    plan() {
      const updates: Updates = { customers: [], systems: [], licences: [], contracts: [], positions: [] };
      for (const { table, update } of changes.values()) updates[table].push(update);
      const changed = [...changes.values()].map(
        ({ table, update, before }): Effect => ({
          subjectType: singular[table],
          subjectId: update.id,
          customerId: update.customerId,
          before,
        }),
      );
      const replaced = withdrawn.map(
        ({ id, customerId }): Effect => ({ subjectType: "purchase", subjectId: id, customerId, before: {} }),
      );
      return {
        inserts,
        updates,
        withdrawnPurchases: withdrawn,
        effects: [...made, ...changed, ...replaced],
        customerIds: [...touched],
      };
    },
  };
}

/** Where a row's licence or contract hangs. */
export interface Place {
  readonly customerId: string;
  readonly systemId: string;
  readonly isNewSystem: boolean;
}

interface CustomerState {
  readonly id: string;
  readonly there: ExistingCustomer | null;
  row: Inserts["customers"][number] | null;
  saidName: { name: string; line: number } | null;
}

const systemFields = [
  ["installed_users", "installedUsers"],
  ["installed_light_users", "installedLightUsers"],
  ["release", "release"],
] as const;

interface SystemState {
  readonly id: string;
  readonly customerId: string;
  readonly there: ExistingSystem | null;
  row: Inserts["systems"][number] | null;
  readonly said: Map<string, { value: string | number; line: number }>;
}

/** Customers and systems: found by number and name, made where they are not there, changed where the file says something else. */
export class OwnerPlanner {
  readonly #customers = new Map<string, CustomerState>();
  readonly #systems = new Map<string, SystemState>();

  constructor(
    private readonly book: Book,
    existing: ExistingEstate,
  ) {
    for (const there of existing.customers)
      this.#customers.set(there.number, { id: there.id, there, row: null, saidName: null });
    for (const there of existing.systems) {
      const { id, customerId } = there;
      this.#systems.set(systemKey(customerId, there.vendor, there.name), {
        id,
        customerId,
        there,
        row: null,
        said: new Map(),
      });
    }
  }

  /** Null where the customer or the system is archived: that must be settled by hand first. */
  placeOf(row: MeantRow, outcome: Outcome): Place | null {
    const customer = this.#customerOf(row.customerNumber);
    if (customer.there?.archived) {
      outcome.reject("customer_number", "row-customer-archived");
      return null;
    }
    const system = this.#systemOf(customer.id, row);
    if (system.there?.archived) {
      outcome.reject("system", "row-system-archived");
      return null;
    }
    return { customerId: customer.id, systemId: system.id, isNewSystem: system.there === null };
  }

  /** Once it is settled that the row counts: what it says about its customer and system. */
  settle(row: MeantRow, { customerId, systemId }: Place, outcome: Outcome): void {
    this.#settleCustomer(this.#customerOf(row.customerNumber), row, outcome);
    const system = this.#systems.get(systemKey(customerId, row.vendor, row.systemName));
    if (system?.id === systemId) this.#settleSystem(system, row, outcome);
  }

  #customerOf(number: string): CustomerState {
    const known = this.#customers.get(number);
    if (known !== undefined) return known;
    const made: CustomerState = { id: this.book.newId(), there: null, row: null, saidName: null };
    this.#customers.set(number, made);
    return made;
  }

  #systemOf(customerId: string, { vendor, systemName }: MeantRow): SystemState {
    const key = systemKey(customerId, vendor, systemName);
    const known = this.#systems.get(key);
    if (known !== undefined) return known;
    const made: SystemState = { id: this.book.newId(), customerId, there: null, row: null, said: new Map() };
    this.#systems.set(key, made);
    return made;
  }

  #settleCustomer(
    state: CustomerState,
    { customerNumber: number, written: { customer: name }, line }: MeantRow,
    outcome: Outcome,
  ): void {
    if (state.there === null && state.row === null) {
      state.row = { id: state.id, number, name: name ?? number };
      this.book.inserts.customers.push(state.row);
      this.book.made("customer", state.id, state.id);
      if (name === undefined) outcome.warn("customer", "row-customer-unnamed", { number });
    }
    if (name === undefined) return;
    if (state.saidName !== null) {
      if (state.saidName.name !== name)
        outcome.warn("customer", "row-customer-differs", { line: state.saidName.line, name: state.saidName.name });
      return;
    }
    state.saidName = { name, line };
    if (state.row !== null) state.row.name = name;
    else if (state.there !== null && state.there.name !== name) {
      const { id, version, name: before } = state.there;
      this.book.change("customers", { id, customerId: id, version }, { name: before }, { name });
      outcome.differences.push({ field: "customer", before, after: name });
    }
  }

  #settleSystem(state: SystemState, row: MeantRow, outcome: Outcome): void {
    const { id, customerId, there } = state;
    if (there === null && state.row === null) {
      state.row = { id, customerId, vendor: row.vendor, name: row.systemName };
      this.book.inserts.systems.push(state.row);
      this.book.made("system", id, customerId);
    }
    for (const [field, column] of systemFields) {
      const value = row.written[field];
      if (value === undefined || !this.#isFirst(state, field, value, row, outcome)) continue;
      if (state.row !== null) state.row[column] = value;
      else if (there !== null && there[column] !== value) {
        this.book.change(
          "systems",
          { id, customerId, version: there.version },
          { [column]: there[column] },
          { [column]: value },
        );
        outcome.differences.push({ field, before: there[column], after: value });
      }
    }
    const key = row.written.server_key;
    if (key === undefined || !this.#isFirst(state, "server_key", key, row, outcome)) return;
    if (there !== null && there.serverKeyDigest === this.book.sealing.digest(key)) return;
    const { sealed, mask, digest } = this.book.sealing.seal(key, "systems", id);
    const columns = { serverKeySealed: sealed, serverKeyMask: mask, serverKeyDigest: digest };
    if (state.row !== null) Object.assign(state.row, columns);
    else if (there !== null) {
      const { serverKeySealed, serverKeyMask, serverKeyDigest } = there;
      const before = { serverKeySealed, serverKeyMask, serverKeyDigest };
      this.book.change("systems", { id, customerId, version: there.version }, before, columns);
      outcome.differences.push({ field: "server_key", before: there.serverKeyMask, after: mask });
    }
  }

  #isFirst(
    state: SystemState,
    field: keyof WrittenRow,
    value: string | number,
    { line }: MeantRow,
    outcome: Outcome,
  ): boolean {
    const said = state.said.get(field);
    if (said === undefined) {
      state.said.set(field, { value, line });
      return true;
    }
    if (said.value !== value)
      outcome.warn(field, "row-system-differs", { line: said.line, said: field === "server_key" ? "" : said.value });
    return false;
  }
}

const systemKey = (customerId: string, vendor: string, name: string) => `${customerId}\n${vendor}\n${name}`;
