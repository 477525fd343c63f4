CREATE TABLE "auth"."api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reseller_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_by_name" text,
	CONSTRAINT "api_keys_hash_key" UNIQUE("key_hash"),
	CONSTRAINT "api_keys_scopes" CHECK ("auth"."api_keys"."scopes" <@ array['read', 'write', 'calc'] and cardinality("auth"."api_keys"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."audit_entries" (
	"reseller_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"customer_id" uuid,
	"system_id" uuid,
	"contract_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" uuid,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_reseller_id_number_pk" PRIMARY KEY("reseller_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_heads" (
	"reseller_id" uuid PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."documents" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"recorded_by" uuid,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "documents_size" CHECK (octet_length("app"."documents"."content") = "app"."documents"."size_bytes" and "app"."documents"."size_bytes" between 1 and 10485760),
	CONSTRAINT "documents_sha256" CHECK ("app"."documents"."sha256" = encode(sha256("app"."documents"."content"), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "app"."idempotency_keys" (
	"reseller_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer,
	"content_type" text,
	"answer" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_reseller_id_principal_id_key_pk" PRIMARY KEY("reseller_id","principal_id","key"),
	CONSTRAINT "idempotency_keys_length" CHECK (length("app"."idempotency_keys"."key") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "app"."withdrawals" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "withdrawals_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."customers" DROP CONSTRAINT "customers_number_key";--> statement-breakpoint
ALTER TABLE "app"."licences" DROP CONSTRAINT "licences_article_key";--> statement-breakpoint
ALTER TABLE "app"."systems" DROP CONSTRAINT "systems_name_key";--> statement-breakpoint
ALTER TABLE "app"."contracts" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."customers" ADD COLUMN "tax_id" text;--> statement-breakpoint
ALTER TABLE "app"."customers" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD COLUMN "licence_key_sealed" text;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD COLUMN "licence_key_mask" text;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD COLUMN "licence_key_digest" text;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."systems" ADD COLUMN "server_key_sealed" text;--> statement-breakpoint
ALTER TABLE "app"."systems" ADD COLUMN "server_key_mask" text;--> statement-breakpoint
ALTER TABLE "app"."systems" ADD COLUMN "server_key_digest" text;--> statement-breakpoint
ALTER TABLE "app"."systems" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."api_keys" ADD CONSTRAINT "api_keys_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD CONSTRAINT "audit_entries_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_heads" ADD CONSTRAINT "audit_heads_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_reseller_id_customer_id_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."idempotency_keys" ADD CONSTRAINT "idempotency_keys_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."withdrawals" ADD CONSTRAINT "withdrawals_reseller_id_customer_id_customers_reseller_id_id_fk" FOREIGN KEY ("reseller_id","customer_id") REFERENCES "app"."customers"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_reseller_idx" ON "auth"."api_keys" USING btree ("reseller_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_customer_idx" ON "app"."audit_entries" USING btree ("reseller_id","customer_id","number") WHERE "app"."audit_entries"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_system_idx" ON "app"."audit_entries" USING btree ("reseller_id","system_id","number") WHERE "app"."audit_entries"."system_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_contract_idx" ON "app"."audit_entries" USING btree ("reseller_id","contract_id","number") WHERE "app"."audit_entries"."contract_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_subject_idx" ON "app"."audit_entries" USING btree ("reseller_id","subject_id","number") WHERE "app"."audit_entries"."customer_id" is null;--> statement-breakpoint
CREATE INDEX "documents_contract_idx" ON "app"."documents" USING btree ("reseller_id","contract_id","recorded_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_at_idx" ON "app"."idempotency_keys" USING btree ("reseller_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "withdrawals_subject_key" ON "app"."withdrawals" USING btree ("reseller_id","subject_id");--> statement-breakpoint
CREATE INDEX "withdrawals_import_idx" ON "app"."withdrawals" USING btree ("reseller_id","import_id") WHERE "app"."withdrawals"."import_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_number_key" ON "app"."customers" USING btree ("reseller_id","number") WHERE "app"."customers"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "licences_article_key" ON "app"."licences" USING btree ("reseller_id","system_id","sku") WHERE "app"."licences"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "systems_name_key" ON "app"."systems" USING btree ("reseller_id","customer_id","vendor","name") WHERE "app"."systems"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "app"."contracts" ADD CONSTRAINT "contracts_withdrawn_is_archived" CHECK ("app"."contracts"."withdrawn_at" is null or "app"."contracts"."archived_at" is not null);--> statement-breakpoint
ALTER TABLE "app"."customers" ADD CONSTRAINT "customers_withdrawn_is_archived" CHECK ("app"."customers"."withdrawn_at" is null or "app"."customers"."archived_at" is not null);--> statement-breakpoint
ALTER TABLE "app"."licences" ADD CONSTRAINT "licences_key_whole" CHECK (num_nulls("app"."licences"."licence_key_sealed", "app"."licences"."licence_key_mask", "app"."licences"."licence_key_digest") in (0, 3));--> statement-breakpoint
ALTER TABLE "app"."licences" ADD CONSTRAINT "licences_withdrawn_is_archived" CHECK ("app"."licences"."withdrawn_at" is null or "app"."licences"."archived_at" is not null);--> statement-breakpoint
ALTER TABLE "app"."systems" ADD CONSTRAINT "systems_key_whole" CHECK (num_nulls("app"."systems"."server_key_sealed", "app"."systems"."server_key_mask", "app"."systems"."server_key_digest") in (0, 3));--> statement-breakpoint
ALTER TABLE "app"."systems" ADD CONSTRAINT "systems_withdrawn_is_archived" CHECK ("app"."systems"."withdrawn_at" is null or "app"."systems"."archived_at" is not null);