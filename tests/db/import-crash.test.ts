import { expect, test } from "vitest";
import { breakOffImports } from "../support/import-crash";

/** `npm run bench -- import-crash` does the same at more points. */
const POINTS = 3;

test(`kill -9 at ${2 * POINTS} points of an import, of the server and of the database: all or nothing`, {
  timeout: 300_000,
}, async () => {
  const { half, broken } = await breakOffImports(POINTS);
  expect(half).toEqual([]);
  expect(broken).toBeGreaterThan(POINTS / 2);
});
