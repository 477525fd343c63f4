import type { FieldFault } from "./field-faults";
import { setCookie } from "./session";

/**
 * What somebody typed into a long form that was sent without script and refused: it waits in a cookie for the page that the browser is led back
 * to, with what is wrong with each field. Not in the address, where names and telephone numbers would stand in logs.
 */
export const TYPED_COOKIE = "getippt";

export interface Typed {
  /** The address that the form was sent to. */
  readonly action: string;
  /** The body as it was sent. */
  readonly fields: unknown;
}

export interface TypedBefore {
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

const SECONDS = 120;
/** Browsers drop a cookie of more than 4,096 bytes. */
const MOST_BYTES = 3_800;

/** The `Set-Cookie` line; null for what is too long for a cookie. Keys and passwords are left out. */
export function typedCookie({ action, fields }: Typed, faults: readonly FieldFault[]): string | null {
  if (typeof fields !== "object" || fields === null) return null;
  const texts = Object.entries(fields).filter(
    ([name, value]) => typeof value === "string" && !/key|password/i.test(name),
  );
  const value = Buffer.from(JSON.stringify([action, texts, faults])).toString("base64url");
  return value.length > MOST_BYTES ? null : setCookie(TYPED_COOKIE, value, SECONDS);
}

/** What a cookie says was typed into the form of an action; null for another form's, and for what is no such cookie. */
export function readTyped(cookie: string | undefined, action: string): TypedBefore | null {
  if (cookie === undefined) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cookie, "base64url").toString("utf8"));
    if (!Array.isArray(read) || read[0] !== action || !Array.isArray(read[1]) || !Array.isArray(read[2])) return null;
    const fields = (read[1] as unknown[]).filter(isPair);
    const faults = (read[2] as unknown[]).filter(isFault);
    return { fields: Object.fromEntries(fields), faults };
  } catch {
    return null;
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "string");
}

function isFault(value: unknown): value is FieldFault {
  const { path, code, params } = (value ?? {}) as Partial<FieldFault>;
  return typeof path === "string" && typeof code === "string" && typeof params === "object" && params !== null;
}
