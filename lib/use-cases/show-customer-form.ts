import { customerToChange } from "@/db/queries/capture";
import { withTenant } from "@/db/tenant";
import type { CustomerFields } from "@/lib/domain/customer-fields";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { staffNames } from "./shared/people";

export interface CustomerForm {
  readonly fields: CustomerFields;
  /** Raised with every change; send it back with an edit. */
  readonly version: number;
  /** Who can be responsible, and who is, even if he no longer can be. */
  readonly clerks: readonly { readonly id: string; readonly name: string }[];
}

const blank: CustomerFields = {
  number: "",
  name: "",
  land: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  taxId: null,
  clerkId: null,
  deputyId: null,
};

/** What the form of a customer begins with; of a new one (`customerId` null) with the viewer as the responsible clerk. Null as in `showCustomer`. */
export async function showCustomerForm(viewer: Viewer, customerId: string | null): Promise<CustomerForm | null> {
  if (!may(viewer, "capture-estate")) throw new Error(`recording is not for the role ${viewer.role}`);
  if (customerId !== null && !isId(customerId)) return null;
  const people = await staffNames(viewer);
  const found = customerId === null ? null : await withTenant(viewer, (tx) => customerToChange(tx, viewer, customerId));
  if (customerId !== null && found === null) return null;
  const stored = found ?? { ...blank, clerkId: viewer.personId };
  const { number, name, land, contactName, contactEmail, contactPhone, taxId, clerkId, deputyId } = stored;
  return {
    fields: { number, name, land, contactName, contactEmail, contactPhone, taxId, clerkId, deputyId },
    version: found?.version ?? 1,
    clerks: people
      .filter(({ id, isClerk }) => isClerk || id === clerkId || id === deputyId)
      .map(({ id, name: personName }) => ({ id, name: personName })),
  };
}
