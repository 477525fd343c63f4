import { breakOffImports } from "../support/import-crash";
import type { Bench } from "./measure";

const POINTS = 10;

export const bench: Bench = {
  name: `An import broken off by kill -9, of the server and of the database, at ${POINTS} points each`,
  async run() {
    const { half, broken } = await breakOffImports(POINTS);
    return [
      { what: "left half of it", figure: String(half.length), limit: "0", isKept: half.length === 0 },
      {
        what: "were really broken off",
        figure: String(broken),
        limit: `more than ${POINTS / 2}`,
        isKept: broken > POINTS / 2,
      },
    ];
  },
};
