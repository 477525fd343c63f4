CREATE TABLE "app"."import_chunks" (
	"reseller_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "import_chunks_reseller_id_import_id_place_pk" PRIMARY KEY("reseller_id","import_id","place")
);
--> statement-breakpoint
CREATE TABLE "app"."import_effects" (
	"reseller_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"customer_id" uuid,
	"before" jsonb,
	"version" bigint,
	CONSTRAINT "import_effects_reseller_id_import_id_subject_id_pk" PRIMARY KEY("reseller_id","import_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "app"."import_findings" (
	"reseller_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"verdict" text NOT NULL,
	"about" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	CONSTRAINT "import_findings_reseller_id_import_id_line_pk" PRIMARY KEY("reseller_id","import_id","line")
);
--> statement-breakpoint
CREATE TABLE "app"."import_mappings" (
	"reseller_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_key" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"file_name" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_reseller_id_kind_source_key_pk" PRIMARY KEY("reseller_id","kind","source_key")
);
--> statement-breakpoint
CREATE TABLE "app"."imports" (
	"reseller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"format" jsonb NOT NULL,
	"header_line" integer NOT NULL,
	"header" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"source_key" text NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"refusal" jsonb,
	"progress" jsonb,
	"counts" jsonb,
	"plan_digest" text,
	"partial" boolean DEFAULT false NOT NULL,
	"job_id" uuid,
	"job_beat_at" timestamp with time zone,
	"created_by" uuid,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"committed_by_name" text,
	"committed_at" timestamp with time zone,
	"undone_by_name" text,
	"undone_at" timestamp with time zone,
	CONSTRAINT "imports_reseller_id_id_pk" PRIMARY KEY("reseller_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."import_chunks" ADD CONSTRAINT "import_chunks_reseller_id_import_id_imports_reseller_id_id_fk" FOREIGN KEY ("reseller_id","import_id") REFERENCES "app"."imports"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_effects" ADD CONSTRAINT "import_effects_reseller_id_import_id_imports_reseller_id_id_fk" FOREIGN KEY ("reseller_id","import_id") REFERENCES "app"."imports"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_findings" ADD CONSTRAINT "import_findings_reseller_id_import_id_imports_reseller_id_id_fk" FOREIGN KEY ("reseller_id","import_id") REFERENCES "app"."imports"("reseller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_mappings" ADD CONSTRAINT "import_mappings_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_reseller_id_resellers_reseller_id_fk" FOREIGN KEY ("reseller_id") REFERENCES "app"."resellers"("reseller_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_effects_subject_idx" ON "app"."import_effects" USING btree ("reseller_id","subject_id");--> statement-breakpoint
CREATE INDEX "import_findings_verdict_idx" ON "app"."import_findings" USING btree ("reseller_id","import_id","verdict","line");--> statement-breakpoint
CREATE INDEX "imports_list_idx" ON "app"."imports" USING btree ("reseller_id","kind","created_at" DESC NULLS LAST,"id");