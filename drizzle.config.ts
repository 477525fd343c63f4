import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./db/schema.ts", "./db/schema-stock.ts", "./db/schema-records.ts", "./db/schema-imports.ts"],
  out: "./db/migrations",
  schemaFilter: ["auth", "app"],
});
