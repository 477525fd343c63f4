import { hitGroups } from "@/components/search/hit-groups";
import { done } from "@/lib/auth/answers";
import { reading } from "@/lib/auth/reading";
import { today } from "@/lib/clock";
import { search } from "@/lib/use-cases/search";

/** Enough of a kind to see whether one is right; the page of the search has more. */
const OF_A_KIND = 5;

/** What `q` is found in, for the search that opens over every page. */
export const GET = reading({ task: "search" }, async ({ viewer, search: asked }) => {
  const found = await search(viewer, asked.get("q") ?? "", OF_A_KIND, today());
  return done({ groups: hitGroups(found) });
});
