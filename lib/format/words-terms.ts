import type { Words } from "./wording";

/** The wording of terms, notice and ends. */
export const wordsTerms: Words = {};
