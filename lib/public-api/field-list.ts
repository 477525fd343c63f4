import { z } from "zod";

interface Property {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Property[];
  readonly description?: string;
}

/** The fields of a schema for people to read. */
export function fieldsOf(schema: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    readonly properties?: Readonly<Record<string, Property>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeOf(property),
    needed: required.includes(name),
    about: property.description ?? "",
  }));
}

function typeOf({ type, format, enum: choices, anyOf }: Property): string {
  if (anyOf !== undefined) return anyOf.map(typeOf).join(" | ");
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(" | ");
  const name = [type ?? "any"].flat().join(" | ");
  return format === undefined || format === "" ? name : `${name} (${format})`;
}
