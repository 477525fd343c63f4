import {
  type Day,
  FIRST_DAY,
  FIRST_MONTH,
  LAST_DAY,
  LAST_MONTH,
  type Month,
  parseDay,
  parseMonth,
} from "@/lib/domain/dates";
import { type Cents, MAX_INPUT_CENTS } from "@/lib/domain/money";
import { type Refusal, refuse } from "@/lib/domain/refusal";

/** 1 to 1,000,000: quantities, users, minutes. */
export const MAX_QUANTITY = 1_000_000;

const FIRST = parseDay(FIRST_DAY) as number;
const LAST = parseDay(LAST_DAY) as number;
const SHOWN_LENGTH = 60;

/**
 * Reads one object of a request field by field. The first fault is kept in `fault` and every later reading goes on with a harmless value,
 * so that an operation reads all its fields in a row and then asks once: `if (fields.fault) return fields.fault`. Each method names the
 * field; `path` is what stands before it (`items[0]`). Null is never the same as absent.
 */
export class Fields {
  fault: Refusal | null = null;

  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    readonly path: string,
    /** Faults of a nested object are faults of the whole request. */
    readonly parent: Fields | null = null,
  ) {}

  /** Keeps the first fault, here and in the whole request. */
  fail(fault: Refusal): void {
    this.fault ??= fault;
    this.parent?.fail(fault);
  }

  pathOf(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** Refuses every field that is not `allowed`. */
  only(allowed: ReadonlySet<string>): void {
    for (const name in this.values) {
      if (!allowed.has(name)) {
        this.fail(
          refuse("unknown-field", { field: shown(name), allowed: [...allowed].join(", ") }, this.pathOf(shown(name))),
        );
        return;
      }
    }
  }

  /** Refuses a field that this request has no use for; `code` words why. */
  absent(name: string, code: string, params: Refusal["params"] = {}): void {
    if (this.has(name)) this.fail(refuse(code, params, this.pathOf(name)));
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value === "string") return value;
    this.wrong(name, "not-text");
    return "";
  }

  /** One of a few words. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.values[name];
    if (typeof value === "string" && (words as readonly string[]).includes(value)) return value as Word;
    this.wrong(name, "not-a-choice", { choices: words.join(", "), value: shown(value) });
    return words[0] as Word;
  }

  optionalOneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    return this.has(name) ? this.oneOf(name, words) : undefined;
  }

  /** A whole JSON number from `least` to `most`; 3.0 is whole, "3" is no number. */
  whole(name: string, least: number, most: number): number {
    const value = this.values[name];
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most)
      return value === 0 ? 0 : value;
    this.wrong(name, "not-whole", { least, most, value: shown(value) });
    return least;
  }

  optionalWhole(name: string, least: number, most: number): number | undefined {
    return this.has(name) ? this.whole(name, least, most) : undefined;
  }

  /** An amount of 0 to 10^12 cents. */
  cents(name: string): Cents {
    return this.whole(name, 0, MAX_INPUT_CENTS);
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (typeof value === "boolean") return value;
    this.wrong(name, "not-a-flag");
    return false;
  }

  /** A day that exists, from 1990-01-01 to 2199-12-31. */
  day(name: string): Day {
    const value = this.values[name];
    if (typeof value === "string") {
      const number = parseDay(value);
      if (number !== null && number >= FIRST && number <= LAST) return value;
    }
    this.wrong(name, "not-a-day", { value: shown(value) });
    return FIRST_DAY;
  }

  optionalDay(name: string): Day | undefined {
    return this.has(name) ? this.day(name) : undefined;
  }

  /** A month from 1990-01 to 2199-12. */
  month(name: string): Month {
    const value = this.values[name];
    if (typeof value === "string" && value >= FIRST_MONTH && value <= LAST_MONTH && parseMonth(value) !== null)
      return value;
    this.wrong(name, "not-a-month", { value: shown(value) });
    return FIRST_MONTH;
  }

  /** A list of `least` to `most` entries, unread. */
  list(name: string, least: number, most: number): readonly unknown[] {
    const value = this.values[name];
    if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
    this.wrong(name, Array.isArray(value) ? "list-length" : "not-a-list", { least, most });
    return [];
  }

  /** The object in a field, ready to be read. */
  object(name: string): Fields {
    return this.nested(this.values[name], this.pathOf(name), name);
  }

  /** An entry of a list, ready to be read. */
  entry(name: string, index: number, value: unknown): Fields {
    return this.nested(value, `${this.pathOf(name)}[${index}]`, name);
  }

  private nested(value: unknown, path: string, name: string): Fields {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return new Fields(value as Record<string, unknown>, path, this);
    }
    const empty = new Fields({}, path, this);
    empty.fail(refuse(value === undefined ? "missing-field" : "not-an-object", { field: name }, path));
    return empty;
  }

  private wrong(name: string, code: string, params: Refusal["params"] = {}): void {
    const missing = this.values[name] === undefined;
    this.fail(refuse(missing ? "missing-field" : code, { field: name, ...params }, this.pathOf(name)));
  }
}

/** What somebody sent, short enough to be repeated in a sentence. */
export function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : typeof value === "object" && value !== null
        ? Array.isArray(value)
          ? "[…]"
          : "{…}"
        : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
