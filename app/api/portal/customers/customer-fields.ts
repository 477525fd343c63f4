import { z } from "zod";
import { emptyAsNull } from "../fields";

/** How long a field may be, and what stands in it, the rules say. */
const text = z.string().max(1_000);
const ifAny = emptyAsNull(text);

/** The fields of a customer's form. */
export const customerFields = {
  number: text,
  name: text,
  land: ifAny,
  contactName: ifAny,
  contactEmail: ifAny,
  contactPhone: ifAny,
  taxId: ifAny,
  clerkId: ifAny,
  deputyId: ifAny,
};
