CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "app"."contract_rules" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"rule" jsonb NOT NULL,
	"land" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contract_rules_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."contracts" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"sku" text NOT NULL,
	"policy_id" text NOT NULL,
	"term_months" integer,
	"own_rule" jsonb,
	"land" text,
	"starts_on" date NOT NULL,
	"billing_party" text NOT NULL,
	"billing_interval" text NOT NULL,
	"amount_cents" bigint,
	"main_contract_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "contracts_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "contracts_customer_key" UNIQUE("reseller_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."customers" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"land" text,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	"clerk_id" uuid,
	"deputy_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "customers_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "customers_number_key" UNIQUE("reseller_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."decision_records" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date,
	"basis" text NOT NULL,
	"act" text NOT NULL,
	"until" date,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_records_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."decisions" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"contract_id" uuid,
	"system_id" uuid,
	"kind" text NOT NULL,
	"vendor" text,
	"sku" text,
	"clerk_id" uuid,
	"due_on" date,
	"send_by_on" date,
	"sort_on" date NOT NULL,
	"amount_at_stake_cents" bigint,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"folded" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"basis" text NOT NULL,
	"stale_after" date,
	CONSTRAINT "decisions_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reseller_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"customer_ids" uuid[],
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_token_key" UNIQUE("token_hash"),
	CONSTRAINT "invitations_platform_admin" CHECK (("auth"."invitations"."role" = 'platform-admin') = ("auth"."invitations"."reseller_id" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."licences" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"sku" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "licences_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "licences_article_key" UNIQUE("reseller_id","system_id","sku"),
	CONSTRAINT "licences_customer_key" UNIQUE("reseller_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"reseller_id" uuid NOT NULL,
	"role" text NOT NULL,
	"customer_ids" uuid[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "memberships_person_reseller_key" UNIQUE("person_id","reseller_id"),
	CONSTRAINT "memberships_customer_role_names_one" CHECK ("auth"."memberships"."role" not in ('customer-admin', 'customer-viewer') or cardinality("auth"."memberships"."customer_ids") = 1)
);
--> statement-breakpoint
CREATE TABLE "app"."notices" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"notice_id" uuid,
	"received_on" date NOT NULL,
	"channel" text NOT NULL,
	"ends_on" date,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "notices_contract_key" UNIQUE("reseller_id","contract_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"is_platform_admin" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "people_email_key" UNIQUE("email"),
	CONSTRAINT "people_email_lower" CHECK ("auth"."people"."email" = lower("auth"."people"."email"))
);
--> statement-breakpoint
CREATE TABLE "app"."positions" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"quantity" integer NOT NULL,
	"profile" text,
	"users" integer,
	"from_on" date NOT NULL,
	"to_on" date,
	"monthly_cents" bigint,
	"yearly_cents" bigint,
	"one_off_cents" bigint,
	"edition" text,
	CONSTRAINT "positions_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "positions_quantity" CHECK ("app"."positions"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."price_rows" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"vendor" text NOT NULL,
	"sku" text NOT NULL,
	"dimensions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"cents" bigint NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "price_rows_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "price_rows_key" UNIQUE("reseller_id","kind","vendor","sku","dimensions","valid_from")
);
--> statement-breakpoint
CREATE TABLE "app"."purchases" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"purchased_on" date NOT NULL,
	"quantity" integer NOT NULL,
	"tier" text,
	"users" integer,
	"list_price_cents" bigint,
	"paid_cents" bigint,
	"edition" text,
	"order_reference" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purchases_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "purchases_quantity" CHECK ("app"."purchases"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."resellers" (
	"reseller_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resellers_name_key" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "auth"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"membership_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "auth"."sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."systems" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"name" text NOT NULL,
	"installed_users" integer,
	"installed_light_users" integer,
	"release" integer,
	"usage" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "systems_reseller_id_id_pk" PRIMARY KEY("reseller_id","id"),
	CONSTRAINT "systems_name_key" UNIQUE("reseller_id","customer_id","vendor","name"),
	CONSTRAINT "systems_customer_key" UNIQUE("reseller_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."terms" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"months" integer,
	"percent_per_year" integer,
	"amount_cents" bigint,
	"edition" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."contract_rules" ADD CONSTRAINT "contract_rules_reseller_id_customer_id_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."contracts" ADD CONSTRAINT "contracts_reseller_id_customer_id_system_id_systems_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","system_id") REFERENCES "app"."systems"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."contracts" ADD CONSTRAINT "contracts_reseller_id_customer_id_main_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","main_contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."customers" ADD CONSTRAINT "customers_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_records" ADD CONSTRAINT "decision_records_reseller_id_customer_id_customers_reseller_id_id_fk" FOREIGN KEY ("reseller_id","customer_id") REFERENCES "app"."customers"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_reseller_id_customer_id_customers_reseller_id_id_fk" FOREIGN KEY ("reseller_id","customer_id") REFERENCES "app"."customers"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitations" ADD CONSTRAINT "invitations_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."licences" ADD CONSTRAINT "licences_reseller_id_customer_id_system_id_systems_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","system_id") REFERENCES "app"."systems"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "auth"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."memberships" ADD CONSTRAINT "memberships_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."notices" ADD CONSTRAINT "notices_reseller_id_customer_id_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."notices" ADD CONSTRAINT "notices_reseller_id_contract_id_notice_id_notices_reseller_id_contract_id_id_fk" FOREIGN KEY ("reseller_id","contract_id","notice_id") REFERENCES "app"."notices"("reseller_id","contract_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."positions" ADD CONSTRAINT "positions_reseller_id_customer_id_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."price_rows" ADD CONSTRAINT "price_rows_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."purchases" ADD CONSTRAINT "purchases_reseller_id_customer_id_licence_id_licences_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","licence_id") REFERENCES "app"."licences"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "auth"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "auth"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."systems" ADD CONSTRAINT "systems_reseller_id_customer_id_customers_reseller_id_id_fk" FOREIGN KEY ("reseller_id","customer_id") REFERENCES "app"."customers"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."terms" ADD CONSTRAINT "terms_reseller_id_customer_id_contract_id_contracts_reseller_id_customer_id_id_fk" FOREIGN KEY ("reseller_id","customer_id","contract_id") REFERENCES "app"."contracts"("reseller_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contract_rules_contract_idx" ON "app"."contract_rules" USING btree ("reseller_id","contract_id","recorded_at");--> statement-breakpoint
CREATE INDEX "contracts_system_idx" ON "app"."contracts" USING btree ("reseller_id","system_id","id");--> statement-breakpoint
CREATE INDEX "contracts_main_idx" ON "app"."contracts" USING btree ("reseller_id","main_contract_id");--> statement-breakpoint
CREATE INDEX "customers_name_idx" ON "app"."customers" USING btree ("reseller_id","name","id");--> statement-breakpoint
CREATE INDEX "customers_clerk_idx" ON "app"."customers" USING btree ("reseller_id","clerk_id","name","id");--> statement-breakpoint
CREATE INDEX "decision_records_subject_idx" ON "app"."decision_records" USING btree ("reseller_id","subject_id","kind","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_subject_key" ON "app"."decisions" USING btree ("reseller_id","subject_id","kind");--> statement-breakpoint
CREATE INDEX "decisions_queue_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","sort_on","id");--> statement-breakpoint
CREATE INDEX "decisions_vendor_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","vendor","sort_on","id");--> statement-breakpoint
CREATE INDEX "decisions_customer_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","customer_id","sort_on","id");--> statement-breakpoint
CREATE INDEX "decisions_kind_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","kind","sort_on","id");--> statement-breakpoint
CREATE INDEX "decisions_clerk_idx" ON "app"."decisions" USING btree ("reseller_id","state","folded","clerk_id","sort_on","id");--> statement-breakpoint
CREATE INDEX "decisions_contract_idx" ON "app"."decisions" USING btree ("reseller_id","contract_id");--> statement-breakpoint
CREATE INDEX "decisions_stale_idx" ON "app"."decisions" USING btree ("reseller_id","stale_after");--> statement-breakpoint
CREATE INDEX "invitations_reseller_idx" ON "auth"."invitations" USING btree ("reseller_id");--> statement-breakpoint
CREATE INDEX "memberships_reseller_idx" ON "auth"."memberships" USING btree ("reseller_id");--> statement-breakpoint
CREATE INDEX "notices_contract_idx" ON "app"."notices" USING btree ("reseller_id","contract_id","recorded_at");--> statement-breakpoint
CREATE INDEX "positions_contract_idx" ON "app"."positions" USING btree ("reseller_id","contract_id","from_on");--> statement-breakpoint
CREATE INDEX "purchases_licence_idx" ON "app"."purchases" USING btree ("reseller_id","licence_id","purchased_on");--> statement-breakpoint
CREATE INDEX "sessions_person_idx" ON "auth"."sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key_idx" ON "auth"."sign_in_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "terms_contract_idx" ON "app"."terms" USING btree ("reseller_id","contract_id","starts_on");