import type { Bench } from "./measure";

export const bench: Bench = {
  name: "Sparpotenzial",
  async run() {
    return [];
  },
};
