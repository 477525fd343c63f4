import { isLand, LAENDER } from "./holidays";
import { type Refusal, type Refusals, refusalsOf, refuse } from "./refusal";

/** What is recorded of a customer. Null is not known. */
export interface CustomerFields {
  /** Unique within the reseller. */
  readonly number: string;
  readonly name: string;
  /** ISO 3166-2 (`DE-BY`). */
  readonly land: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly taxId: string | null;
  /** Ids of people of the reseller. */
  readonly clerkId: string | null;
  readonly deputyId: string | null;
}

const most: Readonly<Record<keyof CustomerFields, number>> = {
  number: 60,
  name: 200,
  land: 10,
  contactName: 200,
  contactEmail: 254,
  contactPhone: 60,
  taxId: 30,
  clerkId: 36,
  deputyId: 36,
};

const needed: readonly (keyof CustomerFields)[] = ["number", "name"];

/** Fields as they are kept: without blanks around them, and null where nothing is left. Number and name are kept, even empty, to be refused. */
export function tidyCustomer<T extends Partial<CustomerFields>>(fields: T): T {
  const tidy = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== "string") return [name, value];
    const text = value.trim();
    return [name, text === "" && !needed.includes(name as keyof CustomerFields) ? null : text];
  });
  return Object.fromEntries(tidy) as T;
}

/**
 * Everything that is wrong with a customer's fields, or null; a field that is absent is not judged, so that who has left since is no fault of
 * a person who changes something else. `staffIds` are those who can be responsible, `whole` is the customer with the fields in it. Refused: `customer-field-missing`, `customer-field-too-long`, `customer-field-unreadable` (control characters),
 * `customer-land-unknown`, `customer-email-wrong`, `customer-tax-id-wrong`, `customer-clerk-unknown`, `customer-deputy-is-clerk`.
 */
export function faultsOfCustomer(
  fields: Partial<CustomerFields>,
  staffIds: ReadonlySet<string>,
  whole: Pick<CustomerFields, "clerkId" | "deputyId">,
): Refusals | null {
  const namesPeople = fields.clerkId !== undefined || fields.deputyId !== undefined;
  return refusalsOf([
    ...Object.entries(fields).map(([name, value]) => textFault(name as keyof CustomerFields, value)),
    landFault(fields.land),
    emailFault(fields.contactEmail),
    taxIdFault(fields.taxId),
    personFault("clerkId", fields.clerkId, staffIds),
    personFault("deputyId", fields.deputyId, staffIds),
    namesPeople && whole.deputyId !== null && whole.deputyId === whole.clerkId
      ? refuse("customer-deputy-is-clerk", {}, "deputyId")
      : null,
  ]);
}

function textFault(name: keyof CustomerFields, value: string | null | undefined): Refusal | null {
  if (value === undefined) return null;
  if (value === null || value === "") return needed.includes(name) ? refuse("customer-field-missing", {}, name) : null;
  if (value.length > most[name]) return refuse("customer-field-too-long", { most: most[name] }, name);
  return /\p{Cc}/u.test(value) ? refuse("customer-field-unreadable", {}, name) : null;
}

function landFault(land: string | null | undefined): Refusal | null {
  if (land == null || isLand(land)) return null;
  return refuse("customer-land-unknown", { choices: LAENDER.join(", ") }, "land");
}

function emailFault(email: string | null | undefined): Refusal | null {
  if (email == null || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(email)) return null;
  return refuse("customer-email-wrong", {}, "contactEmail");
}

/** A German VAT number has nine digits; a tax number or a foreign one is taken as it is written. */
function taxIdFault(taxId: string | null | undefined): Refusal | null {
  if (taxId == null) return null;
  const isRight = /^DE/i.test(taxId) ? /^DE ?\d{9}$/i.test(taxId) : /^[\p{L}\d][\p{L}\d ./-]*$/u.test(taxId);
  return isRight ? null : refuse("customer-tax-id-wrong", {}, "taxId");
}

function personFault(name: "clerkId" | "deputyId", id: string | null | undefined, staff: ReadonlySet<string>) {
  return id == null || staff.has(id) ? null : refuse("customer-clerk-unknown", {}, name);
}
