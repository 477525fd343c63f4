import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const shared = {
  resolve: { alias: { "@": root, "server-only": path.join(root, "tests/support/empty.ts") } },
  root,
};

/**
 * `unit` needs no database and answers in seconds; `db` gets a migrated database of its own for each file; `throughput` measures the
 * calculator. Files of both share what has been loaded (nothing is mocked, and what a file opens it closes): loading it anew for each costs
 * a third of the time.
 */
export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          isolate: false,
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/db/**", "tests/use-cases/**", "tests/e2e/**", "tests/auth/**", "tests/bench/**"],
          // Properties are reckoned through in seconds, also while the build runs beside them.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          isolate: false,
          include: ["tests/db/**/*.test.ts", "tests/use-cases/**/*.test.ts", "tests/auth/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The public API's tests send more than any program would; the limit has its own.
          env: { API_REQUESTS_PER_MINUTE: "1000000" },
        },
      },
      // A project of its own, run after everything else: its figures need the machine's cores.
      { ...shared, test: { name: "throughput", include: ["tests/bench/**/*.test.ts"] } },
    ],
  },
});
