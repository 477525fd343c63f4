/** A form as it was left: what was typed, and what is wrong with it, by field. Empty where it is begun. */
export interface FormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What a field shows: what was typed, else what is stored; and its error. */
export function fieldProps(state: FormState, name: string, stored: string | number | null = null) {
  return { id: `f-${name}`, name, defaultValue: state.typed[name] ?? String(stored ?? ""), error: state.errors[name] };
}
