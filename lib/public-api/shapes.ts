import { z } from "zod";
import { cents, day, id, reason } from "./fields";

/** What the public API answers with. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
const interval = z.enum(["month", "quarter", "year"]);
const figures = {
  installedUsers: orNull(z.int()),
  installedLightUsers: orNull(z.int()),
  release: orNull(z.int()),
  usage: z.record(z.string(), z.union([z.int(), z.boolean()])),
};

export const customer = z.object({
  id,
  number: z.string(),
  name: z.string(),
  land: orNull(z.string()),
  contactName: orNull(z.string()),
  contactEmail: orNull(z.string()),
  contactPhone: orNull(z.string()),
  taxId: orNull(z.string()),
  version: z.int(),
});

export const system = z.object({
  id,
  customerId: id,
  vendor: z.string(),
  name: z.string(),
  ...figures,
  serverKeyMask: orNull(z.string()),
  version: z.int(),
});

export const purchase = z.object({
  id,
  purchasedOn: day,
  quantity: z.int(),
  tier: orNull(z.string()),
  users: orNull(z.int()),
  listPriceCents: orNull(cents),
  paidCents: orNull(cents),
  edition: orNull(z.string()),
  orderReference: orNull(z.string()),
});

export const licence = z.object({
  id,
  customerId: id,
  systemId: id,
  vendor: z.string(),
  sku: z.string(),
  quantity: z.int(),
  licenceKeyMask: orNull(z.string()),
  purchases: z.array(purchase),
});

export const rule = z.object({
  minimumMonths: z.int(),
  renewalMonths: orNull(z.int()),
  noticeLength: z.int(),
  noticeUnit: z.enum(["day", "week", "month", "werktag"]),
  to: z.enum(["term-end", "month-end", "year-end"]),
  source: z.string(),
  clause: z.string(),
});

export const contract = z.object({
  id,
  customerId: id,
  systemId: id,
  vendor: z.string(),
  sku: z.string(),
  policy: z.string(),
  termMonths: orNull(z.int()),
  rule: orNull(rule),
  land: orNull(z.string()),
  startsOn: day,
  billingParty: z.enum(["vendor", "reseller"]),
  billingInterval: interval,
  amountCents: orNull(cents).describe("each billing interval; null is unknown"),
  mainContractId: orNull(id),
  version: z.int(),
  notice: orNull(z.object({ receivedOn: day, endsOn: day, confirmed: z.boolean() })),
  positions: z.array(
    z.object({
      id,
      sku: z.string(),
      quantity: z.int(),
      profile: orNull(z.string()),
      users: orNull(z.int()),
      fromOn: day,
      toOn: orNull(day),
      monthlyCents: orNull(cents),
      yearlyCents: orNull(cents),
      edition: orNull(z.string()),
    }),
  ),
  terms: z.array(
    z.object({
      kind: z.enum(["first", "up2date", "renewal"]),
      startsOn: day,
      endsOn: orNull(day),
      months: orNull(z.int()),
    }),
  ),
  termEndsOn: orNull(day),
  cancellableTo: orNull(day).describe("the earliest end that can still be reached"),
  noticeDueOn: orNull(day).describe("the last day of receipt for it"),
  sendByOn: orNull(day).describe("send by this day to be safe"),
  endsOn: orNull(day).describe("the settled end, by notice or because it lapses"),
  assumptions: z.array(reason),
  derivation: z.array(reason),
});

export const deadlineKinds = [
  "notice",
  "renewal-window",
  "up2date-end",
  "tier-exceeded",
  "prerequisite-broken",
  "coverage-gap",
  "rule-unknown",
  "notice-unconfirmed",
] as const;

export const deadline = z.object({
  id,
  kind: z.enum(deadlineKinds),
  dueOn: orNull(day),
  sendByOn: orNull(day),
  contractId: orNull(id),
  systemId: orNull(id),
  customerId: id,
  customerNumber: z.string(),
  vendor: orNull(z.string()),
  sku: orNull(z.string()),
  amountAtStakeCents: orNull(cents),
});

export const forecast = z.object({
  rows: z.array(z.object({ month: z.string(), contractId: id, committedCents: cents, renewalCents: cents })),
  totals: z.object({ committedCents: cents, renewalCents: cents }),
  assumptions: z.array(reason),
  unknownContractIds: z.array(id).describe("contracts of which nobody can say what falls due"),
});

const rowProblem = z.object({
  line: z.int().describe("as the program that shows the file counts, from 1"),
  column: z.string().describe("its heading in the file, or its name where the file has no such column"),
  value: z.string().describe("as it stands there; of licence keys nothing is told"),
  message: z.string(),
  field: z.string(),
  code: z.string(),
});

export const importResult = z.object({
  importId: orNull(id).describe("null: nothing was read in"),
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rejectedRows: z.array(rowProblem).describe("every fault of every rejected row"),
  warnings: z.array(rowProblem).describe("of rows that are read in all the same"),
  unknownColumns: z.array(z.string()).describe("headings that nobody knows; their columns were not read"),
});

export const calculation = z.union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown()))]);
