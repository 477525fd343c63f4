import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ApiScope } from "@/lib/domain/api-scopes";
import type { ActorKind, AuditAction, AuditSubject, AuditValues } from "@/lib/domain/audit";
import { app, auth, contracts, customers, resellers } from "./schema";

/**
 * What is kept for ever about what happened: the audit trail, what was taken back, documents; and the public API's keys with the answers
 * that it has given.
 */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * Append-only. Who did what to what, before and after, why. A trigger numbers the entries of a reseller without a gap and chains them: `hash`
 * is SHA-256 over the entry's text (`app.audit_text`) in which the hash of the entry before it stands. Never a secret: of a licence key the mask.
 */
export const auditEntries = app.table(
  "audit_entries",
  {
    resellerId: uuid("reseller_id").notNull(),
    /** From 1, set by the trigger, whatever is given. */
    number: bigint("number", { mode: "number" }).notNull(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    /** Of the person or the key of the API; null for a command. */
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").$type<AuditAction>().notNull(),
    subjectType: text("subject_type").$type<AuditSubject>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** What it belongs to, for the histories of those. */
    customerId: uuid("customer_id"),
    systemId: uuid("system_id"),
    contractId: uuid("contract_id"),
    before: jsonb("before").$type<AuditValues>(),
    after: jsonb("after").$type<AuditValues>(),
    reason: text("reason"),
    /** The request in the log that did it; null where no request did. */
    requestId: uuid("request_id"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.number] }),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
    index("audit_customer_idx").on(t.resellerId, t.customerId, t.number).where(sql`${t.customerId} is not null`),
    index("audit_system_idx").on(t.resellerId, t.systemId, t.number).where(sql`${t.systemId} is not null`),
    index("audit_contract_idx").on(t.resellerId, t.contractId, t.number).where(sql`${t.contractId} is not null`),
    // What belongs to no customer: people, prices, keys of the API.
    index("audit_subject_idx").on(t.resellerId, t.subjectId, t.number).where(sql`${t.customerId} is null`),
  ],
);

/** The newest entry of each reseller's trail, moved forward by a trigger, so that an end that was cut off is missed. */
export const auditHeads = app.table(
  "audit_heads",
  {
    resellerId: uuid("reseller_id").primaryKey(),
    number: bigint("number", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] })],
);

export const withdrawalSubjects = [
  "customer",
  "system",
  "licence",
  "purchase",
  "contract",
  "term",
  "document",
] as const;

/**
 * Append-only. What was recorded wrongly, or by an import that was undone: the row stays, and counts no more. A trigger marks customers, systems,
 * licences and contracts; purchases, terms and documents, which nobody may change, are left out by looking here.
 */
export const withdrawals = app.table(
  "withdrawals",
  {
    resellerId: uuid("reseller_id").notNull(),
    id: uuid("id").notNull(),
    customerId: uuid("customer_id").notNull(),
    subjectType: text("subject_type", { enum: withdrawalSubjects }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    reason: text("reason").notNull(),
    /** The import that was undone; null where somebody corrected by hand. */
    importId: uuid("import_id"),
    /** Null where no person did. */
    recordedBy: uuid("recorded_by"),
    recordedByName: text("recorded_by_name").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    uniqueIndex("withdrawals_subject_key").on(t.resellerId, t.subjectId),
    index("withdrawals_import_idx").on(t.resellerId, t.importId).where(sql`${t.importId} is not null`),
    foreignKey({ columns: [t.resellerId, t.customerId], foreignColumns: [customers.resellerId, customers.id] }),
  ],
);

/** 10 MB: a scanned contract of many pages. */
export const DOCUMENT_BYTES_AT_MOST = 10 * 1024 * 1024;

/** Append-only. What was attached to a contract: its PDF. A wrong one is withdrawn, a newer one added. */
export const documents = app.table(
  "documents",
  {
    resellerId: uuid("reseller_id").notNull(),
    id: uuid("id").notNull(),
    customerId: uuid("customer_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** Hexadecimal. */
    sha256: text("sha256").notNull(),
    content: bytes("content").notNull(),
    recordedBy: uuid("recorded_by"),
    recordedByName: text("recorded_by_name").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.id] }),
    index("documents_contract_idx").on(t.resellerId, t.contractId, t.recordedAt),
    foreignKey({
      columns: [t.resellerId, t.customerId, t.contractId],
      foreignColumns: [contracts.resellerId, contracts.customerId, contracts.id],
    }),
    check("documents_size", sql`octet_length(${t.content}) = ${t.sizeBytes} and ${t.sizeBytes} between 1 and 10485760`),
    check("documents_sha256", sql`${t.sha256} = encode(sha256(${t.content}), 'hex')`),
  ],
);

/** Answers that the public API gave to writes under an idempotency key: the same key gets the same answer, and has one effect. */
export const idempotencyKeys = app.table(
  "idempotency_keys",
  {
    resellerId: uuid("reseller_id").notNull(),
    /** The key of the API or the person who wrote. */
    principalId: uuid("principal_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body: the same key with anything else is refused. */
    bodyHash: text("body_hash").notNull(),
    /** Null until the answer is known, which is in the same transaction. */
    status: integer("status"),
    contentType: text("content_type"),
    answer: text("answer"),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.resellerId, t.principalId, t.key] }),
    index("idempotency_keys_at_idx").on(t.resellerId, t.at),
    foreignKey({ columns: [t.resellerId], foreignColumns: [resellers.resellerId] }),
    check("idempotency_keys_length", sql`length(${t.key}) between 1 and 255`),
  ],
);

/** Keys of the public API. They lie in `auth`, since the tenant is known only when one was found. The key itself is shown once and kept nowhere. */
export const apiKeys = auth.table(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    resellerId: uuid("reseller_id")
      .notNull()
      .references(() => resellers.resellerId),
    name: text("name").notNull(),
    /** How the key begins, so that people recognise it. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the whole key, hexadecimal; the key has 256 random bits, so that no slow hash is needed. */
    keyHash: text("key_hash").notNull(),
    scopes: text("scopes").array().$type<ApiScope[]>().notNull(),
    createdBy: uuid("created_by"),
    createdByName: text("created_by_name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by"),
    revokedByName: text("revoked_by_name"),
  },
  (t) => [
    unique("api_keys_hash_key").on(t.keyHash),
    index("api_keys_reseller_idx").on(t.resellerId, t.createdAt),
    check("api_keys_scopes", sql`${t.scopes} <@ array['read', 'write', 'calc'] and cardinality(${t.scopes}) > 0`),
  ],
);
