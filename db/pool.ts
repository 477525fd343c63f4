import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type PendingQuery, type Row, type Sql } from "postgres";

/** The connection went away or answers nothing; whether an open commit took place is unknown. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/** One connection, lent to one transaction. After `giveBack` it refuses every query, so that a forgotten one cannot run in the next. */
export interface Lease {
  query(text: string, parameters?: unknown[], options?: { prepare?: boolean }): PendingQuery<Row[]>;
  readonly isLost: boolean;
  /** Called when the connection goes away; queries on it may then never be answered. */
  onLost: (() => void) | null;
  /** `broken`: the connection is thrown away and not lent again. */
  giveBack(broken: boolean): void;
}

export interface Pool {
  lease(patienceMs: number): Promise<Lease>;
  end(): Promise<void>;
}

interface Slot {
  readonly sql: Sql;
  isLost: boolean;
  holder: Lease | null;
}

/**
 * A pool of clients with one connection each. postgres.js's own pool cannot say which connection a transaction runs on: one that is
 * closed between two statements of a transaction is written to all the same (and ends the process), and one that answers nothing more
 * cannot be dropped without dropping all. Here the holder of a lease is told, and drops just its own.
 */
export function makePool(url: string, size: number, startup: Readonly<Record<string, string | number>>): Pool {
  const idle: Slot[] = [];
  const waiting: { take(slot: Slot): void; give_up(error: Error): void }[] = [];
  const open = new Set<Slot>();
  let ended = false;

  const makeSlot = (): Slot => {
    const sql = postgres(url, {
      max: 1,
      connect_timeout: 5,
      max_lifetime: null,
      // Nobody waits for the query that asks for array types: should it fail, nobody could catch that. Drizzle reads arrays by itself.
      fetch_types: false,
      onnotice: () => {},
      onclose: () => {
        slot.isLost = true;
        slot.holder?.onLost?.();
      },
      connection: startup,
      types: {
        // Cents and counts fit a safe integer; what does not must not be rounded in silence.
        safeInteger: { to: 20, from: [20], serialize: String, parse: safeInteger },
      },
    });
    // Lets days and instants through as text and JSON as drizzle has written it; never as a Date at the machine's midnight.
    drizzle(sql);
    const slot: Slot = { sql, isLost: false, holder: null };
    open.add(slot);
    return slot;
  };

  const discard = (slot: Slot) => {
    open.delete(slot);
    slot.isLost = true;
    void slot.sql.end({ timeout: 0 }).catch(() => {});
  };

  const passOn = (slot: Slot) => {
    const next = waiting.shift();
    if (next !== undefined) next.take(slot);
    else idle.push(slot);
  };

  const take = (patienceMs: number): Promise<Slot> => {
    for (let slot = idle.pop(); slot !== undefined; slot = idle.pop()) {
      if (!slot.isLost) return Promise.resolve(slot);
      discard(slot);
    }
    if (open.size < size) return Promise.resolve(makeSlot());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(new Error(`All ${size} connections to the database were busy for ${patienceMs} ms.`));
      }, patienceMs);
      const waiter = {
        take: (slot: Slot) => {
          clearTimeout(timer);
          resolve(slot);
        },
        give_up: (error: Error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      waiting.push(waiter);
    });
  };

  return {
    async lease(patienceMs) {
      if (ended) throw new Error("The connection to the database was closed.");
      const slot = await take(patienceMs);
      let isOver = false;
      const lease: Lease = {
        onLost: null,
        query(text, parameters = [], options = {}) {
          if (isOver) throw new Error("The transaction is over: a query came after its end.");
          if (slot.isLost) throw new ConnectionLost("The connection to the database was lost.");
          return slot.sql.unsafe(text, parameters as never[], options);
        },
        get isLost() {
          return slot.isLost;
        },
        giveBack(broken) {
          if (isOver) return;
          isOver = true;
          slot.holder = null;
          if (!broken && !slot.isLost && !ended) return passOn(slot);
          discard(slot);
          if (waiting.length > 0 && !ended) passOn(makeSlot());
        },
      };
      slot.holder = lease;
      return lease;
    },
    async end() {
      ended = true;
      for (const waiter of waiting.splice(0)) waiter.give_up(new Error("The connection to the database was closed."));
      await Promise.all([...open].map((slot) => slot.sql.end({ timeout: 5 })));
      open.clear();
    },
  };
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a safe integer.`);
  return value;
}
