/** Where a rule stands: the document's short name and the clause, page heading or table it comes from. */
export interface Source {
  readonly document: string;
  readonly clause: string;
}

/**
 * One statement of an answer (a step, an assumption, a hint) as data: a stable code and its figures. `lib/format` puts it into words.
 * Days in `params` are ISO days, amounts are whole cents and end in `Cents`.
 */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly source?: Source;
}
