import type { Fault } from "@/lib/auth/answers";

/** What somebody else has saved meanwhile, as the use cases tell it. */
interface Told {
  readonly differences: readonly { readonly field: string; readonly stored: unknown; readonly wanted: unknown }[];
}

/** Somebody else was faster (409): each value that differs, with what is stored and what was wanted. `named` puts names in place of ids. */
export function conflictFault(
  code: string,
  { differences }: Told,
  named: (value: unknown) => string | number = figureOf,
): Fault {
  return {
    status: 409,
    code,
    fields: differences.map(({ field, stored, wanted }) => ({
      path: field,
      code: "value-differs",
      params: { field, stored: named(stored), wanted: named(wanted) },
    })),
  };
}

/** A conflict with the names that a form has for the fields. */
export function inFormFields(fault: Fault, nameOf: (path: string) => string): Fault {
  return { ...fault, fields: (fault.fields ?? []).map((field) => ({ ...field, path: nameOf(field.path) })) };
}

function figureOf(value: unknown): string | number {
  return typeof value === "number" ? value : String(value ?? "");
}
