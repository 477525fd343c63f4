import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { TermRule } from "@/lib/domain/terms";

/**
 * What is kept. Two schemas: `auth` holds what must be known before a tenant is (people, sessions, attempts), `app` holds the tenants'
 * data. Every table of `app` leads with `reseller_id`, in its key, its foreign keys and its indexes; what hangs on a contract or a licence
 * names its customer in the same foreign key, so that a row can never show to another customer. Row-level security is forced by a custom
 * migration. Amounts are whole euro cents, days are `date` in string mode, only events carry instants.
 */
export const auth = pgSchema("auth");
export const app = pgSchema("app");

const cents = (name: string) => bigint(name, { mode: "number" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const day = (name: string) => date(name, { mode: "string" });

// --- auth -----------------------------------------------------------------------------------------------------------------------------

export const people = auth.table(
  "people",
  {
    id: uuid("id").primaryKey(),
    /** Lower case; unique on the whole platform. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id, or null until the invitation is taken. */
    passwordHash: text("password_hash"),
    locale: text("locale", { enum: ["de", "en"] })
      .notNull()
      .default("de"),
    isPlatformAdmin: boolean("is_platform_admin").notNull().default(false),
    createdAt: instant("created_at").notNull().defaultNow(),
    deactivatedAt: instant("deactivated_at"),
  },
  (t) => [unique("people_email_key").on(t.email), check("people_email_lower", sql`${t.email} = lower(${t.email})`)],
);

export const memberships = auth.table(
  "memberships",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    resellerId: uuid("reseller_id")
      .notNull()
      .references(() => resellers.resellerId),
    role: text("role", { enum: ["reseller-admin", "clerk", "finance", "customer-admin", "customer-viewer"] }).notNull(),
    /** Customers the person may see; null means all of the reseller's. A customer role always names exactly one. */
    customerIds: uuid("customer_ids").array(),
    createdAt: instant("created_at").notNull().defaultNow(),
    deactivatedAt: instant("deactivated_at"),
  },
  (t) => [
    unique("memberships_person_reseller_key").on(t.personId, t.resellerId),
    index("memberships_reseller_idx").on(t.resellerId),
    check(
      "memberships_customer_role_names_one",
      sql`${t.role} not in ('customer-admin', 'customer-viewer') or cardinality(${t.customerIds}) = 1`,
    ),
  ],
);

export const sessions = auth.table(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Null for a platform admin. */
    membershipId: uuid("membership_id").references(() => memberships.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
    /** What the browser called itself, so that a person recognises his own sessions. */
    userAgent: text("user_agent"),
  },
  (t) => [index("sessions_person_idx").on(t.personId)],
);

export const signInAttempts = auth.table(
  "sign_in_attempts",
  {
    id: uuid("id").primaryKey(),
    /** What is limited: `mail:<sha256>` or `ip:<address>`. */
    key: text("key").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [index("sign_in_attempts_key_idx").on(t.key, t.at)],
);

export const invitations = auth.table(
  "invitations",
  {
    id: uuid("id").primaryKey(),
    /** Null for a platform admin only. */
    resellerId: uuid("reseller_id").references(() => resellers.resellerId),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", {
      enum: ["platform-admin", "reseller-admin", "clerk", "finance", "customer-admin", "customer-viewer"],
    }).notNull(),
    customerIds: uuid("customer_ids").array(),
    /** SHA-256 of the link's token; the token itself is shown once and kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    unique("invitations_token_key").on(t.tokenHash),
    index("invitations_reseller_idx").on(t.resellerId),
    check("invitations_platform_admin", sql`(${t.role} = 'platform-admin') = (${t.resellerId} is null)`),
  ],
);

// --- app ------------------------------------------------------------------------------------------------------------------------------

export const resellers = app.table(
  "resellers",
  {
    /** The tenant; equal to `id`, so that one policy text serves every table. */
    resellerId: uuid("reseller_id").primaryKey(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [unique("resellers_name_key").on(t.name)],
);

/** Keys that every tenant table starts with. */
const tenantKey = {
  resellerId: uuid("reseller_id").notNull(),
  id: uuid("id").notNull(),
};

/**
 * Archived: no longer in use, out of every list, and may come back. Withdrawn: recorded wrongly, or by an import that was undone; archived
 * for ever, and its number or name is free again. Only a row of `withdrawals` sets it.
 */
const outOfUse = {
  archivedAt: instant("archived_at"),
  withdrawnAt: instant("withdrawn_at"),
};

export const customers = app.table(
  "customers",
  {
    ...tenantKey,
    number: text("number").notNull(),
    name: text("name").notNull(),
    /** ISO 3166-2 (`DE-BY`), where the customer sits. */
    land: text("land"),
    contactName: text("contact_name"),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    /** VAT id or tax number, as the customer gave it. */
    taxId: text("tax_id"),
    /** The responsible clerk and deputy: ids of people. */
    clerkId: uuid("clerk_id"),
    deputyId: uuid("deputy_id"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    ...outOfUse,
    /** The rows of Bestand were derived at least once; whoever looks next derives those of the others. */
    inStock: boolean("in_stock").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("customers_number_key").on(t.resellerId, t.number).where(sql`${t.withdrawnAt} is null`),
    check("customers_withdrawn_is_archived", sql`${t.withdrawnAt} is null or ${t.archivedAt} is not null`),
    index("customers_not_in_stock_idx").on(t.resellerId, t.id).where(sql`not ${t.inStock}`),
    // As a German would look names up: Ä beside A.
    index("customers_name_idx").on(t.resellerId, sql`${t.name} collate "de-x-icu"`, t.id),
    index("customers_archived_idx")
      .on(t.resellerId, t.archivedAt.desc().nullsFirst(), t.id)
      .where(sql`${t.archivedAt} is not null and ${t.withdrawnAt} is null`),
    index("customers_clerk_idx").on(t.resellerId, t.clerkId, sql`${t.name} collate "de-x-icu"`, t.id),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);

export const systems = app.table(
  "systems",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    vendor: text("vendor").notNull(),
    name: text("name").notNull(),
    /** PBX user licences installed; null is unknown. */
    installedUsers: integer("installed_users"),
    /** User Light licences installed; null is unknown. */
    installedLightUsers: integer("installed_light_users"),
    /** XPhone release (4 to 8); null elsewhere or unknown. */
    release: integer("release"),
    /** How the system is used, where a prerequisite depends on it (`faxInClient`, `dataSources`, ...). */
    usage: jsonb("usage").$type<Record<string, number | boolean>>().notNull().default({}),
    /** Sealed by `lib/vault`, the mask that people see, and a keyed digest that tells whether two are the same: all three or none. */
    serverKeySealed: text("server_key_sealed"),
    serverKeyMask: text("server_key_mask"),
    serverKeyDigest: text("server_key_digest"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    ...outOfUse,
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("systems_name_key")
      .on(t.resellerId, t.customerId, t.vendor, t.name)
      .where(sql`${t.withdrawnAt} is null`),
    check(
      "systems_key_whole",
      sql`num_nulls(${t.serverKeySealed}, ${t.serverKeyMask}, ${t.serverKeyDigest}) in (0, 3)`,
    ),
    check("systems_withdrawn_is_archived", sql`${t.withdrawnAt} is null or ${t.archivedAt} is not null`),
    unique("systems_customer_key").on(t.resellerId, t.customerId, t.id),
    foreignKey({ columns: [t.resellerId, t.customerId], foreignColumns: [customers.resellerId, customers.id] }),
  ],
);

export const licences = app.table(
  "licences",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    systemId: uuid("system_id").notNull(),
    vendor: text("vendor").notNull(),
    sku: text("sku").notNull(),
    /** Sealed by `lib/vault`, the mask that people see, and a keyed digest that tells whether two are the same: all three or none. */
    licenceKeySealed: text("licence_key_sealed"),
    licenceKeyMask: text("licence_key_mask"),
    licenceKeyDigest: text("licence_key_digest"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    ...outOfUse,
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("licences_article_key").on(t.resellerId, t.systemId, t.sku).where(sql`${t.withdrawnAt} is null`),
    check(
      "licences_key_whole",
      sql`num_nulls(${t.licenceKeySealed}, ${t.licenceKeyMask}, ${t.licenceKeyDigest}) in (0, 3)`,
    ),
    check("licences_withdrawn_is_archived", sql`${t.withdrawnAt} is null or ${t.archivedAt} is not null`),
    unique("licences_customer_key").on(t.resellerId, t.customerId, t.id),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.systemId],
      foreignColumns: [systems.resellerId, systems.customerId, systems.id],
    }),
  ],
);

/** Append-only. What was bought on a day; the licence's quantity is the sum. */
export const purchases = app.table(
  "purchases",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    licenceId: uuid("licence_id").notNull(),
    purchasedOn: day("purchased_on").notNull(),
    quantity: integer("quantity").notNull(),
    /** Printed tier (`21-40`) where the article has tiers. */
    tier: text("tier"),
    /** Users the bought tier was chosen for. */
    users: integer("users"),
    listPriceCents: cents("list_price_cents"),
    /** What was paid for the whole purchase; null is unknown. */
    paidCents: cents("paid_cents"),
    edition: text("edition"),
    orderReference: text("order_reference"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("purchases_licence_idx").on(t.resellerId, t.licenceId, t.purchasedOn),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.licenceId],
      foreignColumns: [licences.resellerId, licences.customerId, licences.id],
    }),
    check("purchases_quantity", sql`${t.quantity} > 0`),
  ],
);

/** A contract's own rule with where it stands; goes before the policy's. */
export interface OwnRule extends TermRule {
  readonly source: string;
  readonly clause: string;
}

export const contracts = app.table(
  "contracts",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    systemId: uuid("system_id").notNull(),
    vendor: text("vendor").notNull(),
    /** The main article, for lists. */
    sku: text("sku").notNull(),
    policyId: text("policy_id").notNull(),
    /** The chosen term where the policy leaves a choice. */
    termMonths: integer("term_months"),
    ownRule: jsonb("own_rule").$type<OwnRule>(),
    /** Land whose holidays count for Werktage. */
    land: text("land"),
    startsOn: day("starts_on").notNull(),
    billingParty: text("billing_party", { enum: ["vendor", "reseller"] }).notNull(),
    billingInterval: text("billing_interval", { enum: ["month", "quarter", "year"] }).notNull(),
    /** Charge per billing interval; null is unknown. */
    amountCents: cents("amount_cents"),
    /** Flats, options and packages name the contract that they end with. */
    mainContractId: uuid("main_contract_id"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
    ...outOfUse,
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    check("contracts_withdrawn_is_archived", sql`${t.withdrawnAt} is null or ${t.archivedAt} is not null`),
    unique("contracts_customer_key").on(t.resellerId, t.customerId, t.id),
    index("contracts_system_idx").on(t.resellerId, t.systemId, t.id),
    index("contracts_main_idx").on(t.resellerId, t.mainContractId),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.systemId],
      foreignColumns: [systems.resellerId, systems.customerId, systems.id],
    }),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.mainContractId],
      foreignColumns: [t.resellerId, t.customerId, t.id],
    }),
  ],
);

/** Append-only. Each own rule that was ever recorded for a contract; the newest is the contract's `own_rule`. */
export const contractRules = app.table(
  "contract_rules",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    rule: jsonb("rule").$type<OwnRule>().notNull(),
    land: text("land"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("contract_rules_contract_idx").on(t.resellerId, t.contractId, t.recordedAt),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.contractId],
      foreignColumns: [contracts.resellerId, contracts.customerId, contracts.id],
    }),
  ],
);

export const positions = app.table(
  "positions",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    sku: text("sku").notNull(),
    quantity: integer("quantity").notNull(),
    profile: text("profile"),
    users: integer("users"),
    fromOn: day("from_on").notNull(),
    toOn: day("to_on"),
    /** Price snapshot per billing month and for all of the quantity; null is unknown. */
    monthlyCents: cents("monthly_cents"),
    yearlyCents: cents("yearly_cents"),
    oneOffCents: cents("one_off_cents"),
    edition: text("edition"),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("positions_contract_idx").on(t.resellerId, t.contractId, t.fromOn),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.contractId],
      foreignColumns: [contracts.resellerId, contracts.customerId, contracts.id],
    }),
    check("positions_quantity", sql`${t.quantity} > 0`),
  ],
);

/** Append-only. Only what was agreed: the first term, Up2Date, an explicit renewal. Tacit renewals are derived. */
export const terms = app.table(
  "terms",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    kind: text("kind", { enum: ["first", "up2date", "renewal"] }).notNull(),
    startsOn: day("starts_on").notNull(),
    /** Null where the agreement names no end (runs on). */
    endsOn: day("ends_on"),
    months: integer("months"),
    percentPerYear: integer("percent_per_year"),
    amountCents: cents("amount_cents"),
    edition: text("edition"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("terms_contract_idx").on(t.resellerId, t.contractId, t.startsOn),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.contractId],
      foreignColumns: [contracts.resellerId, contracts.customerId, contracts.id],
    }),
  ],
);

/** Append-only. A notice, its confirmation by the other side, or its withdrawal (further rows that name the notice). */
export const notices = app.table(
  "notices",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    kind: text("kind", { enum: ["notice", "confirmation", "withdrawal"] }).notNull(),
    noticeId: uuid("notice_id"),
    /** The day of receipt (of the notice, the confirmation or the withdrawal). */
    receivedOn: day("received_on").notNull(),
    /** How it came; `unknown` where a list that was read in does not say. */
    channel: text("channel", { enum: ["email", "fax", "letter", "portal", "unknown"] }).notNull(),
    /** The end that the notice brings about; null for confirmation and withdrawal. */
    endsOn: day("ends_on"),
    note: text("note"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("notices_contract_idx").on(t.resellerId, t.contractId, t.recordedAt),
    unique("notices_contract_key").on(t.resellerId, t.contractId, t.id),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.contractId],
      foreignColumns: [contracts.resellerId, contracts.customerId, contracts.id],
    }),
    foreignKey({
      columns: [t.resellerId, t.contractId, t.noticeId],
      foreignColumns: [t.resellerId, t.contractId, t.id],
    }),
  ],
);

/**
 * The reseller's own prices. They override a price, never a rule. Rows are only ever added; a wrong one is withdrawn, which is noted on it
 * once, and then counts no more.
 */
export const priceRows = app.table(
  "price_rows",
  {
    ...tenantKey,
    kind: text("kind", { enum: ["list", "purchase", "customer"] }).notNull(),
    vendor: text("vendor").notNull(),
    sku: text("sku").notNull(),
    /** What else the price depends on: `{mode, termMonths, tier, profile, charge}`, see `priceSlots`; `{}` for none. */
    dimensions: jsonb("dimensions").$type<Record<string, string | number>>().notNull().default({}),
    validFrom: day("valid_from").notNull(),
    cents: cents("cents").notNull(),
    /** Made up for the demonstration; must be marked wherever it shows. */
    sample: boolean("sample").notNull().default(false),
    /** Null where no person did: seeds. */
    recordedBy: uuid("recorded_by"),
    recordedByName: text("recorded_by_name"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    withdrawnByName: text("withdrawn_by_name"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    // One price for one day; what was withdrawn makes room for what is right.
    uniqueIndex("price_rows_key")
      .on(t.resellerId, t.vendor, t.sku, t.kind, t.dimensions, t.validFrom)
      .where(sql`${t.withdrawnAt} is null`),
    index("price_rows_list_idx").on(t.resellerId, t.vendor, t.sku, t.kind, t.dimensions, t.validFrom, t.id),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);

export const decisionKinds = [
  "notice",
  "notice-rolling",
  "missed",
  "renewal-window",
  "up2date-end",
  "tier-exceeded",
  "prerequisite-broken",
  "coverage-gap",
  "rule-unknown",
  "notice-unconfirmed",
] as const;

/** Derived: what somebody must decide, one row per subject and kind, written with what it follows from, so that the queue sorts by an index. */
export const decisions = app.table(
  "decisions",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    /** What the row is derived from: a contract, a licence, a system, or (the folded line of rolling contracts) a customer. */
    subjectType: text("subject_type", { enum: ["contract", "licence", "system", "customer"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    contractId: uuid("contract_id"),
    systemId: uuid("system_id"),
    kind: text("kind", { enum: decisionKinds }).notNull(),
    vendor: text("vendor"),
    sku: text("sku"),
    /** The customer's responsible clerk, copied so that the filter has an index. */
    clerkId: uuid("clerk_id"),
    dueOn: day("due_on"),
    sendByOn: day("send_by_on"),
    /** What the queue sorts by: send by, else due, else the day the row appeared. */
    sortOn: day("sort_on").notNull(),
    amountAtStakeCents: cents("amount_at_stake_cents"),
    /** Figures for the wording (ends, counts, tiers, the sample mark); days ISO, amounts cents. */
    detail: jsonb("detail").$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    /** Rolling contracts show as one line per customer; their own rows are folded into it. */
    folded: boolean("folded").notNull().default(false),
    /** `waiting`: derived, but its window has not opened yet; it comes into the queue by itself. */
    state: text("state", { enum: ["open", "decided", "snoozed", "waiting"] })
      .notNull()
      .default("open"),
    /** What a decision on this row would be about: the deadline, the exceeded tier, the list of faults. Another basis opens the row anew. */
    basis: text("basis").notNull(),
    /** The row must be derived again when today is after this day. */
    staleAfter: day("stale_after"),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("decisions_subject_key").on(t.resellerId, t.subjectId, t.kind),
    index("decisions_queue_idx").on(t.resellerId, t.state, t.folded, t.sortOn, t.id),
    index("decisions_vendor_idx").on(t.resellerId, t.state, t.folded, t.vendor, t.sortOn, t.id),
    index("decisions_customer_idx").on(t.resellerId, t.state, t.folded, t.customerId, t.sortOn, t.id),
    // Most vendors have but some of the kinds: of both filters neither's own index would find soon that there is nothing.
    index("decisions_vendor_kind_idx").on(t.resellerId, t.state, t.folded, t.vendor, t.kind, t.sortOn, t.id),
    index("decisions_kind_idx").on(t.resellerId, t.state, t.folded, t.kind, t.sortOn, t.id),
    index("decisions_clerk_idx").on(t.resellerId, t.state, t.folded, t.clerkId, t.sortOn, t.id),
    index("decisions_contract_idx").on(t.resellerId, t.contractId),
    index("decisions_stale_idx").on(t.resellerId, t.staleAfter),
    foreignKey({ columns: [t.resellerId, t.customerId], foreignColumns: [customers.resellerId, customers.id] }),
  ],
);

/** Append-only. What was decided, snoozed or undone, by whom, when and why; it outlives the derived row that it answers. */
export const decisionRecords = app.table(
  "decision_records",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    subjectType: text("subject_type", { enum: ["contract", "licence", "system", "customer"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    kind: text("kind", { enum: decisionKinds }).notNull(),
    /** The deadline at that time, for the history. */
    dueOn: day("due_on"),
    /** The row's basis that was decided on; a row with another basis is open again. */
    basis: text("basis").notNull(),
    act: text("act", { enum: ["keep", "give-notice", "change", "snooze", "undo"] }).notNull(),
    /** The row comes back by itself on this day: the end of a snooze, or when what was decided must have been done. */
    until: day("until"),
    reason: text("reason").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedByName: text("recorded_by_name").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("decision_records_subject_idx").on(t.resellerId, t.subjectId, t.kind, t.recordedAt),
    foreignKey({ columns: [t.resellerId, t.customerId], foreignColumns: [customers.resellerId, customers.id] }),
  ],
);
