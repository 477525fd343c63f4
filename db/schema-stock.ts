import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { app, resellers, systems } from "./schema";

/** Text in the order in which a German would look it up: Ä beside A, capitals beside small letters. */
const germanText = customType<{ data: string }>({ dataType: () => 'text collate "de-x-icu"' });
const day = (name: string) => date(name, { mode: "string" });
const cents = (name: string) => bigint(name, { mode: "number" });

const tenantKey = {
  resellerId: uuid("reseller_id").notNull(),
  id: uuid("id").notNull(),
};

/**
 * Derived: Bestand, one row for each licence and for each article booked in a contract, written with what it follows from. It repeats names,
 * so that every sort, and every filter in every sort, is the order of an index: of the whole reseller, of a state, of a vendor, of a clerk.
 * Filters by vendor and clerk go by state inside, which also tells the kind. What a customer has is few enough to be sorted.
 */
export const stockRows = app.table(
  "stock_rows",
  {
    /** `id`: the licence's, the position's, or of a contract without positions the contract's own. */
    ...tenantKey,
    kind: text("kind", { enum: ["licence", "contract"] }).notNull(),
    customerId: uuid("customer_id").notNull(),
    customerNumber: text("customer_number").notNull(),
    customerName: germanText("customer_name").notNull(),
    clerkId: uuid("clerk_id"),
    systemId: uuid("system_id").notNull(),
    systemName: germanText("system_name").notNull(),
    contractId: uuid("contract_id"),
    vendor: text("vendor").notNull(),
    /** The vendor's product, by which people know him. */
    product: germanText("product").notNull(),
    sku: text("sku").notNull(),
    /** The sku folded, as a search compares it. */
    articleKey: text("article_key").notNull(),
    articleDe: germanText("article_de").notNull(),
    articleEn: germanText("article_en").notNull(),
    /** Of a licence: the tier bought last. */
    tier: text("tier"),
    quantity: integer("quantity"),
    billingParty: text("billing_party", { enum: ["vendor", "reseller"] }),
    sinceOn: day("since_on"),
    termEndsOn: day("term_ends_on"),
    cancellableTo: day("cancellable_to"),
    noticeDueOn: day("notice_due_on"),
    sendByOn: day("send_by_on"),
    endsOn: day("ends_on"),
    monthlyCents: cents("monthly_cents"),
    /** Of a licence: what was paid for all purchases; null is unknown. */
    paidCents: cents("paid_cents"),
    state: text("state", {
      enum: ["held", "running", "rolling", "rule-unknown", "not-started", "noticed", "lapsed"],
    }).notNull(),
    /** The row must be derived again when today is after this day. */
    staleAfter: day("stale_after"),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.systemId],
      foreignColumns: [systems.resellerId, systems.customerId, systems.id],
    }),
    index("stock_customer_idx").on(t.resellerId, t.customerName, t.customerNumber, t.systemName, t.id),
    index("stock_article_de_idx").on(t.resellerId, t.articleDe, t.customerName, t.id),
    index("stock_article_en_idx").on(t.resellerId, t.articleEn, t.customerName, t.id),
    index("stock_vendor_idx").on(t.resellerId, t.product, t.customerName, t.id),
    index("stock_quantity_idx").on(t.resellerId, t.quantity, t.id),
    index("stock_send_by_idx").on(t.resellerId, t.sendByOn, t.id),
    index("stock_term_end_idx").on(t.resellerId, t.termEndsOn, t.id),
    index("stock_amount_idx").on(t.resellerId, t.monthlyCents, t.id),

    index("stock_of_state_customer_idx").on(
      t.resellerId,
      t.state,
      t.customerName,
      t.customerNumber,
      t.systemName,
      t.id,
    ),
    index("stock_of_state_article_de_idx").on(t.resellerId, t.state, t.articleDe, t.customerName, t.id),
    index("stock_of_state_article_en_idx").on(t.resellerId, t.state, t.articleEn, t.customerName, t.id),
    index("stock_of_state_vendor_idx").on(t.resellerId, t.state, t.product, t.customerName, t.id),
    index("stock_of_state_quantity_idx").on(t.resellerId, t.state, t.quantity, t.id),
    index("stock_of_state_send_by_idx").on(t.resellerId, t.state, t.sendByOn, t.id),
    index("stock_of_state_term_end_idx").on(t.resellerId, t.state, t.termEndsOn, t.id),
    index("stock_of_state_amount_idx").on(t.resellerId, t.state, t.monthlyCents, t.id),

    index("stock_of_vendor_customer_idx").on(
      t.resellerId,
      t.vendor,
      t.state,
      t.customerName,
      t.customerNumber,
      t.systemName,
      t.id,
    ),
    index("stock_of_vendor_article_de_idx").on(t.resellerId, t.vendor, t.state, t.articleDe, t.customerName, t.id),
    index("stock_of_vendor_article_en_idx").on(t.resellerId, t.vendor, t.state, t.articleEn, t.customerName, t.id),
    index("stock_of_vendor_quantity_idx").on(t.resellerId, t.vendor, t.state, t.quantity, t.id),
    index("stock_of_vendor_send_by_idx").on(t.resellerId, t.vendor, t.state, t.sendByOn, t.id),
    index("stock_of_vendor_term_end_idx").on(t.resellerId, t.vendor, t.state, t.termEndsOn, t.id),
    index("stock_of_vendor_amount_idx").on(t.resellerId, t.vendor, t.state, t.monthlyCents, t.id),

    index("stock_of_clerk_customer_idx").on(
      t.resellerId,
      t.clerkId,
      t.state,
      t.customerName,
      t.customerNumber,
      t.systemName,
      t.id,
    ),
    index("stock_of_clerk_article_de_idx").on(t.resellerId, t.clerkId, t.state, t.articleDe, t.customerName, t.id),
    index("stock_of_clerk_article_en_idx").on(t.resellerId, t.clerkId, t.state, t.articleEn, t.customerName, t.id),
    index("stock_of_clerk_vendor_idx").on(t.resellerId, t.clerkId, t.state, t.product, t.customerName, t.id),
    index("stock_of_clerk_quantity_idx").on(t.resellerId, t.clerkId, t.state, t.quantity, t.id),
    index("stock_of_clerk_send_by_idx").on(t.resellerId, t.clerkId, t.state, t.sendByOn, t.id),
    index("stock_of_clerk_term_end_idx").on(t.resellerId, t.clerkId, t.state, t.termEndsOn, t.id),
    index("stock_of_clerk_amount_idx").on(t.resellerId, t.clerkId, t.state, t.monthlyCents, t.id),

    // What a search found, and what one customer or system has.
    index("stock_of_one_customer_idx").on(t.resellerId, t.customerId),
    index("stock_of_system_idx").on(t.resellerId, t.systemId),
    index("stock_of_article_idx").on(t.resellerId, t.articleKey),
    index("stock_stale_idx").on(t.resellerId, t.staleAfter),
  ],
);

/**
 * Derived: the words of customers' numbers and names and of systems' names, folded; and of articles that no price list knows. A search finds their beginnings by comparing texts, which
 * row-level security lets an index do; what full-text operators find it would not (they are not leakproof).
 */
export const stockWords = app.table(
  "stock_words",
  {
    resellerId: uuid("reseller_id").notNull(),
    word: text("word").notNull(),
    /** Who is called so: `customer`, `row` (of an article that no list knows), or a system, told by its vendor. */
    bearer: text("bearer").notNull(),
    /** A customer, a system, or a row of Bestand. */
    subjectId: uuid("subject_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.word, t.bearer, t.subjectId] }),
    index("stock_words_subject_idx").on(t.resellerId, t.subjectId, t.word, t.bearer),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);

/** A view of Bestand that somebody has named: filters, sort and columns as its address has them. */
export const stockViews = app.table(
  "stock_views",
  {
    ...tenantKey,
    personId: uuid("person_id").notNull(),
    personName: text("person_name").notNull(),
    name: text("name").notNull(),
    /** The part of the address after the question mark; empty for everything. */
    search: text("search").notNull(),
    /** Everybody of the reseller may use it, and every editor change it. */
    shared: boolean("shared").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
    deletedAt: timestamp("deleted_at", { withTimezone: true, mode: "date" }),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("stock_views_name_key").on(t.resellerId, t.personId, t.name).where(sql`${t.deletedAt} is null`),
    index("stock_views_shared_idx").on(t.resellerId, t.shared),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
  ],
);
