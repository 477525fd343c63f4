import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusal";
import { hasWording } from "@/lib/format/reasons";

export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly params: Refusal["params"];
}

/** A path as people write it: `items[0].quantity`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

const listed = (values: readonly unknown[]): string => values.slice(0, 12).map(String).join(", ");
const name = (key: string): string => key.slice(0, 60);

/** What is wrong with a request's fields, each as a code with figures that says what would be right. A schema may name a code itself. */
export function fieldFaults(error: z.ZodError): FieldFault[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldFault[] => {
    const path = pathText(issue.path);
    const fault = (code: string, params: FieldFault["params"] = {}): FieldFault[] => [{ path, code, params }];
    if (hasWording(issue.message)) return fault(issue.message);
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.slice(0, 20).map((key) => ({
          path: pathText([...issue.path, name(key)]),
          code: "field-not-known",
          params: { name: name(key) },
        }));
      case "invalid_type":
        return issue.input === undefined || issue.input === null
          ? fault("field-missing")
          : fault("field-wrong-type", { expected: issue.expected });
      case "too_small":
        if (issue.origin !== "string" && issue.origin !== "array")
          return fault("field-too-small", { minimum: Number(issue.minimum) });
        return issue.minimum === 1
          ? fault("field-missing")
          : fault("field-too-short", { minimum: Number(issue.minimum) });
      case "too_big":
        return fault(issue.origin === "string" || issue.origin === "array" ? "field-too-long" : "field-too-large", {
          maximum: Number(issue.maximum),
        });
      case "invalid_value":
        return fault("field-not-a-choice", { choices: listed(issue.values) });
      case "invalid_union":
        return fault("field-not-a-choice", { choices: "options" in issue ? listed(issue.options as unknown[]) : "" });
      case "invalid_format":
        if (issue.format === "uuid" || issue.format === "guid") return fault("field-not-an-id");
        if (issue.format === "date") return fault("field-not-a-day");
        if (issue.format === "email") return fault("field-not-an-email");
        return fault("field-wrong");
      default:
        return fault("field-wrong");
    }
  });
}
