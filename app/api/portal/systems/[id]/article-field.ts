import { z } from "zod";

/** An article in one of the forms that it is had in, as one choice of a form: `pro-ivr~12~`, `crm~~expert`. */
export function articleValue(sku: string, form: { readonly termMonths?: number; readonly profile?: string }): string {
  return `${sku}~${form.termMonths ?? ""}~${form.profile ?? ""}`;
}

/** The same, read. What it names, the rules judge. */
export const articleField = z
  .string()
  .max(300)
  .transform((written, context) => {
    const [sku = "", months = "", profile = ""] = written.split("~");
    if (sku === "" || !/^\d{0,4}$/.test(months)) {
      context.addIssue({ code: "custom", message: "field-missing" });
      return z.NEVER;
    }
    return {
      sku,
      ...(months === "" ? {} : { termMonths: Number(months) }),
      ...(profile === "" ? {} : { profile }),
    };
  });

const formNames: Readonly<Record<string, string>> = {
  sku: "article",
  mode: "article",
  termMonths: "article",
  profile: "article",
  amountCents: "amount",
  unitPriceCents: "amount",
};

/** The form's field for one of the rules'. */
export const formNameOf = (path: string): string => formNames[path] ?? path;
