import { z } from "zod";
import { cents, count, cursor, day, flag, id, land, limit, listOf, month, paging, quantity, text } from "./fields";
import { operation } from "./operation";
import { calculation, contract, customer, deadline, forecast, importResult, licence, rule, system } from "./shapes";

const nothing = z.strictObject({});
const contact = {
  land: land.nullable().optional(),
  contactName: text.nullable().optional(),
  contactEmail: text.nullable().optional(),
  contactPhone: text.nullable().optional(),
  taxId: text.nullable().optional(),
};
const notes = z.array(z.string()).describe("what is worth knowing beside it");

export const listCustomers = operation({
  id: "listCustomers",
  method: "GET",
  path: "/customers",
  scope: "read",
  task: "see-customers",
  summary: { de: "Kunden, in der Folge ihrer Erfassung.", en: "Customers, in the order of their recording." },
  query: z.strictObject({ ...paging, number: text.optional() }),
  body: null,
  answer: listOf(customer),
  status: 200,
});

export const createCustomer = operation({
  id: "createCustomer",
  method: "POST",
  path: "/customers",
  scope: "write",
  task: "capture-estate",
  summary: { de: "Erfasst einen Kunden.", en: "Records a customer." },
  query: nothing,
  body: z.strictObject({ number: text, name: text, ...contact }),
  answer: customer,
  status: 201,
  example: { number: "20001", name: "Gärtnerei Winkelmann", land: "DE-NI", contactEmail: "info@winkelmann.example" },
});

export const showCustomer = operation({
  id: "showCustomer",
  method: "GET",
  path: "/customers/{id}",
  scope: "read",
  task: "see-customers",
  summary: { de: "Ein Kunde.", en: "One customer." },
  query: nothing,
  body: null,
  answer: customer,
  status: 200,
});

export const changeCustomer = operation({
  id: "changeCustomer",
  method: "PATCH",
  path: "/customers/{id}",
  scope: "write",
  task: "capture-estate",
  summary: {
    de: "Ändert einen Kunden; mit reason wird berichtigt, was falsch erfasst war. Was fehlt, bleibt.",
    en: "Changes a customer; with reason, corrects what had been recorded wrongly. What is absent stays.",
  },
  query: nothing,
  body: z.strictObject({
    version: z.int().min(1).describe("as it was read"),
    reason: text.optional(),
    number: text.optional(),
    name: text.optional(),
    ...contact,
  }),
  answer: customer,
  status: 200,
  example: { version: 1, contactPhone: "+49 511 123456" },
});

export const listSystems = operation({
  id: "listSystems",
  method: "GET",
  path: "/systems",
  scope: "read",
  task: "see-customers",
  summary: { de: "Anlagen.", en: "Systems." },
  query: z.strictObject({ ...paging, customer: id.optional() }),
  body: null,
  answer: listOf(system),
  status: 200,
});

export const createSystem = operation({
  id: "createSystem",
  method: "POST",
  path: "/systems",
  scope: "write",
  task: "capture-estate",
  summary: { de: "Erfasst eine Anlage eines Kunden.", en: "Records a system of a customer." },
  query: nothing,
  body: z.strictObject({
    customerId: id,
    vendor: text,
    name: text,
    serverKey: text.nullable().optional().describe("kept sealed, answered as a mask"),
    installedUsers: count.nullable().optional(),
    installedLightUsers: count.nullable().optional(),
    release: z.int().min(1).max(99).nullable().optional(),
    usage: z.record(z.string().max(60), z.union([count, z.boolean(), z.null()])).optional(),
  }),
  answer: system,
  status: 201,
  example: {
    customerId: "01930000-0000-7000-8000-000000000001",
    vendor: "fluxpunkt",
    name: "Zentrale",
    installedUsers: 38,
    installedLightUsers: 2,
  },
});

export const listLicences = operation({
  id: "listLicences",
  method: "GET",
  path: "/licences",
  scope: "read",
  task: "see-purchase-prices",
  summary: { de: "Lizenzen mit ihren Anschaffungen.", en: "Licences with their purchases." },
  query: z.strictObject({ ...paging, customer: id.optional(), system: id.optional() }),
  body: null,
  answer: listOf(licence),
  status: 200,
});

export const createLicence = operation({
  id: "createLicence",
  method: "POST",
  path: "/licences",
  scope: "write",
  task: "capture-estate",
  summary: {
    de: "Erfasst eine Anschaffung, und die Lizenz, wo die Anlage noch keine hat.",
    en: "Records a purchase, and the licence where the system has none yet.",
  },
  query: nothing,
  body: z.strictObject({
    systemId: id,
    sku: text,
    purchasedOn: day,
    quantity: quantity.optional(),
    users: quantity.optional(),
    profile: text.optional(),
    unitPriceCents: cents.optional(),
    amountCents: cents.optional(),
    orderReference: text.optional(),
    licenceKey: text.optional(),
  }),
  answer: z.object({ licenceId: id, purchaseId: id, notes }),
  status: 201,
  example: {
    systemId: "01930000-0000-7000-8000-000000000002",
    sku: "call-recording",
    purchasedOn: "2026-03-01",
    users: 40,
  },
});

export const listContracts = operation({
  id: "listContracts",
  method: "GET",
  path: "/contracts",
  scope: "read",
  task: "see-contract",
  summary: { de: "Verträge mit ihren Fristen von heute.", en: "Contracts with their dates of today." },
  query: z.strictObject({ ...paging, customer: id.optional(), system: id.optional() }),
  body: null,
  answer: listOf(contract),
  status: 200,
});

export const createContract = operation({
  id: "createContract",
  method: "POST",
  path: "/contracts",
  scope: "write",
  task: "capture-estate",
  summary: {
    de: "Erfasst einen Vertrag; seine Regel folgt aus dem Artikel, wenn er keine eigene hat.",
    en: "Records a contract; its rule follows from the article where it has none of its own.",
  },
  query: nothing,
  body: z.strictObject({
    systemId: id,
    sku: text,
    startsOn: day,
    quantity: quantity.optional(),
    termMonths: z.int().min(1).max(600).optional(),
    users: quantity.optional(),
    profile: text.optional(),
    termEndsOn: day.optional(),
    billingInterval: z.enum(["month", "quarter", "year"]).optional(),
    billingParty: z.enum(["vendor", "reseller"]).optional(),
    unitPriceCents: cents.optional(),
    amountCents: cents.optional(),
    land: land.optional(),
    rule: z.strictObject(rule.shape).optional(),
  }),
  answer: contract.extend({ notes }),
  status: 201,
  example: {
    systemId: "01930000-0000-7000-8000-000000000002",
    sku: "intercom",
    startsOn: "2026-03-01",
    termMonths: 12,
    billingInterval: "year",
  },
});

export const showContract = operation({
  id: "showContract",
  method: "GET",
  path: "/contracts/{id}",
  scope: "read",
  task: "see-contract",
  summary: {
    de: "Ein Vertrag mit seinen Fristen und wie sie zustande kommen.",
    en: "One contract with its dates and how they came about.",
  },
  query: nothing,
  body: null,
  answer: contract,
  status: 200,
});

export const createNotice = operation({
  id: "createNotice",
  method: "POST",
  path: "/contracts/{id}/notices",
  scope: "write",
  task: "record-notice",
  summary: { de: "Erfasst eine Kündigung, die zugegangen ist.", en: "Records a notice that was received." },
  query: nothing,
  body: z.strictObject({
    receivedOn: day,
    channel: z.enum(["email", "fax", "letter", "portal"]),
    note: text.optional(),
  }),
  answer: z.object({ noticeId: id, endsOn: day.nullable() }),
  status: 201,
  example: { receivedOn: "2026-11-20", channel: "email" },
});

export const listDeadlines = operation({
  id: "listDeadlines",
  method: "GET",
  path: "/deadlines",
  scope: "read",
  task: "see-queue",
  summary: {
    de: "Was zu entscheiden ist, nach Absendetag; ohne Grenzen das Nächste von jedem Vertrag.",
    en: "What is to be decided, by send-by day; without bounds every contract's next.",
  },
  query: z.strictObject({
    limit,
    cursor,
    from: day.optional(),
    until: day.optional(),
    vendor: text.optional(),
    customer: id.optional(),
  }),
  body: null,
  answer: listOf(deadline),
  status: 200,
});

export const CSV = "text/csv";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const showForecast = operation({
  id: "showForecast",
  method: "GET",
  path: "/forecast",
  scope: "read",
  task: "see-purchase-prices",
  summary: {
    de: "Was in den nächsten Monaten fällig wird: verbindlich, oder nur ohne Kündigung.",
    en: "What falls due in the months to come: committed, or only without notice.",
  },
  query: z.strictObject({
    asOf: day.optional(),
    from: month.optional(),
    months: z
      .string()
      .regex(/^[1-9]\d{0,2}$/, { error: "field-months" })
      .transform(Number)
      .refine((value) => value <= 600, { error: "field-months" })
      .optional()
      .describe("1 to 600; 36 unless told"),
  }),
  body: null,
  answer: forecast,
  status: 200,
  files: [CSV, XLSX],
});

export const importEstate = operation({
  id: "importEstate",
  method: "POST",
  path: "/imports",
  scope: "write",
  task: "import-estate",
  summary: {
    de: "Liest einen Bestand aus einer Datei ein: alles oder nichts. Eine Datei, die schon eingelesen ist, ändert nichts.",
    en: "Reads a customer base in from a file: all of it or nothing. A file that was read in before changes nothing.",
  },
  query: z.strictObject({
    dryRun: flag.describe("true: only looks at what reading in would do"),
    partial: flag.describe("true: reads in all but the rejected rows"),
  }),
  body: null,
  takes: [CSV, XLSX],
  answer: importResult,
  status: 200,
});

export const calculate = operation({
  id: "calculate",
  method: "POST",
  path: "/calc",
  scope: "calc",
  task: "use-calculator",
  summary: {
    de: "Der Rechner: eine Anfrage, oder eine Liste von höchstens 1.000.",
    en: "The calculator: one request, or a list of at most 1,000.",
  },
  query: nothing,
  body: calculation,
  answer: calculation,
  status: 200,
  example: { op: "price", vendor: "autphone", items: [{ sku: "extension", quantity: 50 }] },
});

/** Every operation, as the document lists them. */
export const operations = [
  listCustomers,
  createCustomer,
  showCustomer,
  changeCustomer,
  listSystems,
  createSystem,
  listLicences,
  createLicence,
  listContracts,
  createContract,
  showContract,
  createNotice,
  listDeadlines,
  showForecast,
  importEstate,
  calculate,
] as const;
