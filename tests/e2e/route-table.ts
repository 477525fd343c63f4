import { operations } from "@/lib/public-api/operations";
import type { Who } from "../support/portal";

/**
 * Every route and method of the portal, and what each kind of person is answered. `matrix.spec.ts` walks it with objects of the person's
 * own, of a sibling customer, of the other reseller, and with ids of nothing; a route that is missing here fails it.
 */

/** What the address's `[id]` stands for. */
export type Subject =
  | "customer"
  | "system"
  | "licence"
  | "contract"
  | "decision"
  | "person"
  | "invitation"
  | "session"
  | "stockView"
  | "import";

/**
 * `ok`: the person may; what is not his is `absent`. `forbidden`: he sees the thing and may not do this to it (403, whatever the id).
 * `absent`: 404, as for what does not exist. `sign-in`: pages redirect to /anmelden, routes answer 401. `open`: answered alike for everybody.
 */
export type Verdict = "ok" | "forbidden" | "absent" | "sign-in" | "open";

export interface Ids {
  /** The id in the address. */
  readonly id: string;
  /** Random letters, so that names made by the test do not collide. */
  readonly unique: string;
  /** Of the row's basis, where the subject is a decision. */
  readonly basis: string;
  readonly today: string;
  /** A day in the future. */
  readonly later: string;
}

export interface Row {
  readonly path: string;
  readonly method: "GET" | "POST" | "PATCH";
  /** Tells rows of one route and method apart. */
  readonly act?: string;
  readonly subject?: Subject;
  /** A body that passes the schema, so that the right and the object decide and not a fault in the fields. */
  readonly body?: (ids: Ids) => Record<string, unknown>;
  /** Statuses that are an `ok` here. A refusal of the rules (422) shows that right and object were passed. */
  readonly ok: readonly number[];
  readonly verdicts: Readonly<Record<Who | "nobody", Verdict>>;
}

const everybody: readonly Who[] = [
  "platform-admin",
  "reseller-admin",
  "clerk",
  "confined-clerk",
  "finance",
  "customer-admin",
  "customer-viewer",
  "foreign-admin",
];
const admins: readonly Who[] = ["reseller-admin", "foreign-admin"];
const editors: readonly Who[] = [...admins, "clerk", "confined-clerk"];
const staff: readonly Who[] = [...editors, "finance"];
const tenants: readonly Who[] = [...staff, "customer-admin", "customer-viewer"];

/** A file is about all customers: a clerk who is confined to some sees none. */
const unconfined = staff.filter((who) => who !== "confined-clerk");
const importers = editors.filter((who) => who !== "confined-clerk");

function verdicts(ok: readonly Who[], forbidden: readonly Who[] = []): Row["verdicts"] {
  const of = (who: Who): Verdict => (ok.includes(who) ? "ok" : forbidden.includes(who) ? "forbidden" : "absent");
  return { nobody: "sign-in", ...Object.fromEntries(everybody.map((who) => [who, of(who)])) } as Row["verdicts"];
}

const openToAll = Object.fromEntries(["nobody", ...everybody].map((who) => [who, "open"])) as Row["verdicts"];

const page = (path: string, who: readonly Who[], subject?: Subject): Row => ({
  path,
  method: "GET",
  ...(subject ? { subject } : {}),
  ok: [200],
  verdicts: verdicts(who),
});

const keyNeeded = Object.fromEntries(["nobody", ...everybody].map((who) => [who, "sign-in"])) as Row["verdicts"];
const programRoutes: readonly Row[] = operations
  .filter(({ path }) => path !== "/calc")
  .map(({ path, method }) => ({
    path: `/api/v1${path.replace("{id}", "[id]")}`,
    method,
    ...(method === "GET" ? {} : { body: () => ({}) }),
    ok: [],
    verdicts: keyNeeded,
  }));

/** Nothing is known of a customer but his number and name. */
const noCustomer = Object.fromEntries(
  ["land", "contactName", "contactEmail", "contactPhone", "taxId", "clerkId", "deputyId"].map((name) => [name, ""]),
);

export const routeTable: readonly Row[] = [
  // The front door sends everybody on; nobody to the sign-in.
  { path: "/", method: "GET", ok: [307], verdicts: verdicts(everybody) },
  { path: "/anmelden", method: "GET", ok: [200, 307], verdicts: openToAll },
  { path: "/einladung/[token]", method: "GET", ok: [200, 404], verdicts: openToAll },
  page("/entscheiden", staff),
  page("/bestand", staff),
  page("/bestand/export", staff),
  page("/kunden", staff),
  page("/kunden/[id]", tenants, "customer"),
  page("/kunden/neu", editors),
  page("/kunden/archiv", editors),
  page("/kunden/[id]/aendern", editors, "customer"),
  page("/kunden/[id]/archivieren", editors, "customer"),
  page("/anlagen/[id]/archivieren", editors, "system"),
  page("/vertraege/[id]/archivieren", editors, "contract"),
  { path: "/vertraege/dokument", method: "GET", ok: [404], verdicts: verdicts(tenants) },
  page("/kunden/[id]/anlagen/neu", editors, "customer"),
  page("/anlagen/[id]/aendern", editors, "system"),
  page("/anlagen/[id]/lizenzen/neu", editors, "system"),
  page("/anlagen/[id]/vertraege/neu", editors, "system"),
  page("/vertraege/[id]/berichtigen", editors, "contract"),
  page("/vertraege/[id]/menge", editors, "contract"),
  page("/anlagen/[id]", tenants, "system"),
  page("/anlagen/[id]/schluessel", tenants, "system"),
  page("/import", staff),
  page("/import/[id]", unconfined, "import"),
  { path: "/import/fehlerzeilen", method: "GET", ok: [404], verdicts: verdicts(editors) },
  page("/vertraege/[id]", tenants, "contract"),
  page("/pruefen", staff),
  page("/sparpotenzial", staff),
  page("/sparpotenzial/export", staff),
  page("/api-schluessel", admins),
  page("/api-docs", tenants),
  page("/preislisten", staff),
  page("/preislisten/[vendor]/[edition]", staff),
  page("/preislisten/[vendor]/vergleich", staff),
  page("/preislisten/eigene", staff),
  page("/preislisten/rufziel", staff),
  page("/naechster-nutzer", staff),
  page("/benutzer", admins),
  page("/konto", everybody),
  page("/suche", everybody),
  page("/plattform", ["platform-admin"]),

  { path: "/api/portal/search", method: "GET", ok: [200], verdicts: verdicts(everybody) },
  { path: "/api/health/live", method: "GET", ok: [200], verdicts: openToAll },
  { path: "/api/health/ready", method: "GET", ok: [200], verdicts: openToAll },
  { path: "/api/auth/[...nextauth]", method: "GET", ok: [200, 302, 307, 404], verdicts: openToAll },
  {
    path: "/api/auth/[...nextauth]",
    method: "POST",
    body: () => ({}),
    ok: [200, 302, 303, 400, 401, 404, 415],
    verdicts: openToAll,
  },
  {
    path: "/api/v1/calc",
    method: "POST",
    body: () => ({ requests: [{ id: "1", op: "terms" }] }),
    ok: [200, 400],
    verdicts: verdicts(tenants),
  },
  // Programs only: cookies mean nothing here, so everybody with a session is asked for a key, as nobody is.
  ...programRoutes,
  { path: "/api/v1/openapi.json", method: "GET", ok: [200], verdicts: openToAll },
  {
    path: "/api/portal/api-keys",
    method: "POST",
    body: ({ unique }) => ({ name: unique, scopes: ["read"] }),
    ok: [201],
    verdicts: verdicts(admins),
  },
  {
    path: "/api/portal/api-keys/[id]",
    method: "POST",
    act: "revoke what is not there",
    body: () => ({ act: "revoke" }),
    ok: [404],
    verdicts: verdicts(admins),
  },
  {
    path: "/api/portal/decisions/[id]",
    method: "POST",
    subject: "decision",
    body: ({ basis, later }) => ({ act: "snooze", until: later, reason: "Kunde im Urlaub", basis }),
    ok: [200, 409, 422],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/systems/[id]",
    method: "POST",
    subject: "system",
    // Of a version that no system has yet: whoever may save is told what is stored.
    body: () => ({ version: "999", benutzer: "123456", light: "" }),
    ok: [409],
    verdicts: verdicts(editors, ["finance", "customer-admin", "customer-viewer"]),
  },
  {
    path: "/api/portal/systems/[id]/key",
    method: "POST",
    subject: "system",
    body: () => ({ act: "reveal" }),
    ok: [200, 422],
    verdicts: verdicts(editors, ["finance", "customer-admin", "customer-viewer"]),
  },
  {
    path: "/api/portal/licences/[id]/key",
    method: "POST",
    subject: "licence",
    body: () => ({ act: "record", version: "999", key: "MOD-1234-5678-9012" }),
    ok: [409],
    verdicts: verdicts(editors, ["finance", "customer-admin", "customer-viewer"]),
  },
  {
    path: "/api/portal/contracts/[id]/rule",
    method: "POST",
    subject: "contract",
    body: () => ({
      version: "1",
      minimumMonths: "12",
      renewalMonths: "12",
      noticeLength: "3",
      noticeUnit: "month",
      to: "term-end",
      source: "Auftrag vom 01.02.2024",
      clause: "Ziffer 4",
      land: "",
    }),
    ok: [200, 409, 422],
    verdicts: verdicts(editors, ["finance", "customer-admin", "customer-viewer"]),
  },
  {
    path: "/api/portal/contracts/[id]/notices",
    method: "POST",
    subject: "contract",
    body: ({ today }) => ({ kind: "notice", receivedOn: today, channel: "email" }),
    ok: [201, 409, 422],
    verdicts: verdicts(editors, ["finance", "customer-admin", "customer-viewer"]),
  },
  {
    path: "/api/portal/customers",
    method: "POST",
    body: ({ unique }) => ({ number: unique, name: unique, ...noCustomer }),
    // Whoever is confined to some customers would not see a new one.
    ok: [201, 422],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/customers/[id]",
    method: "POST",
    subject: "customer",
    body: ({ unique }) => ({ number: unique, name: unique, ...noCustomer, version: "999", how: "changed" }),
    ok: [409],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/customers/[id]/systems",
    method: "POST",
    subject: "customer",
    body: ({ unique }) => ({ vendor: "enreach", name: unique, serverKey: "", benutzer: "" }),
    ok: [201],
    verdicts: verdicts(editors, ["finance"]),
  },
  ...(["licences", "contracts"] as const).map(
    (what): Row => ({
      path: `/api/portal/systems/[id]/${what}`,
      method: "POST",
      subject: "system",
      body: ({ today }) => ({
        article: "gibt-es-nicht~~",
        [what === "licences" ? "purchasedOn" : "startsOn"]: today,
      }),
      ok: [422],
      verdicts: verdicts(editors, ["finance"]),
    }),
  ),
  {
    path: "/api/portal/contracts/[id]/correction",
    method: "POST",
    subject: "contract",
    body: () => ({ version: "999", startsOn: "01.02.2019", reason: "Auftrag nachgelesen" }),
    ok: [409, 422],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/contracts/[id]/positions",
    method: "POST",
    subject: "contract",
    body: () => ({ version: "999", how: "corrected", quantity: "7", amount: "12,34", reason: "Auftrag nachgelesen" }),
    ok: [409, 422],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/systems/[id]/name",
    method: "POST",
    subject: "system",
    body: ({ unique }) => ({ version: "999", name: unique, how: "changed" }),
    ok: [409],
    verdicts: verdicts(editors, ["finance"]),
  },
  // No form with a file, and a document that is not there.
  {
    path: "/api/portal/contracts/[id]/documents",
    method: "POST",
    body: () => ({}),
    ok: [415],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/contracts/[id]/documents/withdrawal",
    method: "POST",
    body: ({ id }) => ({ documentId: id, reason: "Falscher Vertrag" }),
    ok: [404],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/systems/[id]/purchases/withdrawal",
    method: "POST",
    body: ({ id }) => ({ purchaseId: id, reason: "Falsche Anlage" }),
    ok: [404],
    verdicts: verdicts(editors, ["finance"]),
  },
  ...(["customer", "system", "contract"] as const).map(
    (subject): Row => ({
      path: `/api/portal/${subject}s/[id]/archive`,
      method: "POST",
      subject,
      // It is in use: nothing moves.
      body: () => ({ act: "restore" }),
      ok: [422],
      verdicts: verdicts(editors, ["finance"]),
    }),
  ),
  // No form with a file: the right comes before the body.
  {
    path: "/api/portal/imports",
    method: "POST",
    body: () => ({}),
    ok: [415],
    verdicts: verdicts(editors, ["finance"]),
  },
  ...(["check", "commit", "undo", "discard"] as const).map(
    (act): Row => ({
      path: `/api/portal/imports/[id]/${act}`,
      method: "POST",
      subject: "import",
      body: () => ({}),
      ok: [200, 422],
      verdicts: verdicts(importers, ["finance"]),
    }),
  ),
  {
    path: "/api/portal/price-rows",
    method: "POST",
    body: ({ later }) => ({
      act: "add",
      kind: "list",
      vendor: "c4b",
      sku: "gibt-es-nicht",
      price: "10,00",
      validFrom: later,
    }),
    ok: [201, 422],
    verdicts: verdicts(admins, ["clerk", "confined-clerk", "finance"]),
  },
  {
    path: "/api/portal/price-rows",
    method: "POST",
    act: "withdraw what is not there",
    body: ({ id }) => ({ act: "withdraw", priceRowId: id }),
    ok: [404],
    verdicts: verdicts(admins, ["clerk", "confined-clerk", "finance"]),
  },
  {
    path: "/api/portal/stock/decisions",
    method: "POST",
    // Rows that nobody has.
    body: ({ id }) => ({ rows: [id], choice: "keep", reason: "Kunde bleibt" }),
    ok: [404],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/stock-views",
    method: "POST",
    body: ({ unique }) => ({ name: `Ansicht ${unique}`, search: "art=vertrag", shared: true }),
    ok: [201],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/stock-views/[id]",
    method: "POST",
    subject: "stockView",
    body: () => ({ act: "share" }),
    ok: [200],
    verdicts: verdicts(editors, ["finance"]),
  },
  {
    path: "/api/portal/people",
    method: "POST",
    body: ({ unique }) => ({ email: `${unique}@pruefung.example`, name: "Neu Hier", role: "finance" }),
    ok: [201],
    verdicts: verdicts(admins),
  },
  {
    path: "/api/portal/people/[id]",
    method: "POST",
    subject: "person",
    body: () => ({ act: "change-role", role: "finance" }),
    ok: [200, 422],
    verdicts: verdicts(admins),
  },
  {
    path: "/api/portal/invitations/[id]",
    method: "POST",
    subject: "invitation",
    body: () => ({ act: "withdraw" }),
    ok: [200, 422],
    verdicts: verdicts(admins),
  },
  {
    path: "/api/portal/invitations/accept",
    method: "POST",
    body: () => ({
      token: "A".repeat(43),
      name: "Neu",
      password: "Ein langes Passwort 17",
      repeated: "Ein langes Passwort 17",
    }),
    ok: [400, 422],
    verdicts: openToAll,
  },
  {
    path: "/api/portal/invitations/join",
    method: "POST",
    body: () => ({ token: "A".repeat(43) }),
    ok: [400, 422],
    verdicts: verdicts(everybody),
  },
  {
    path: "/api/portal/account/language",
    method: "POST",
    body: () => ({ locale: "de" }),
    ok: [200],
    verdicts: openToAll,
  },
  {
    path: "/api/portal/account/theme",
    method: "POST",
    body: () => ({ theme: "system" }),
    ok: [200],
    verdicts: openToAll,
  },
  {
    path: "/api/portal/account/password",
    method: "POST",
    body: () => ({ present: "falsch falsch falsch", next: "Noch ein langes 18", repeated: "anders anders 19" }),
    ok: [422],
    verdicts: verdicts(everybody),
  },
  {
    path: "/api/portal/account/reseller",
    method: "POST",
    // A membership that is not one's own.
    body: ({ id }) => ({ membershipId: id }),
    ok: [404],
    verdicts: verdicts(everybody),
  },
  {
    path: "/api/portal/account/sessions/[id]",
    method: "POST",
    subject: "session",
    body: () => ({ act: "end" }),
    ok: [200],
    verdicts: verdicts(everybody),
  },
  {
    path: "/api/portal/resellers",
    method: "POST",
    body: ({ unique }) => ({
      act: "create",
      name: `Haus ${unique}`,
      adminName: "Erste Verwaltung",
      adminEmail: `${unique}@pruefung.example`,
    }),
    ok: [201],
    verdicts: verdicts(["platform-admin"]),
  },
  { path: "/api/portal/sign-out", method: "POST", body: () => ({}), ok: [200], verdicts: openToAll },
];
