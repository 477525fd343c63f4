/**
 * The first path at which an answer differs from what is wanted, or null. Each named field must match exactly, fields that are not named
 * are free, null is the same as absent, and lists of violations match as sets of sku and kind.
 */
export function differsAt(wanted: unknown, given: unknown, path = "$"): string | null {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(given) || given.length !== wanted.length) return path;
    return firstOf(wanted.entries(), ([index, entry]) => differsAt(entry, given[index], `${path}[${index}]`));
  }
  if (typeof wanted !== "object" || wanted === null) return wanted === (given ?? null) ? null : path;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return path;
  return firstOf(Object.entries(wanted), ([name, value]) => {
    const other = (given as Record<string, unknown>)[name];
    if (name !== "violations") return differsAt(value, other, `${path}.${name}`);
    return violationKeys(value) === violationKeys(other) ? null : `${path}.violations`;
  });
}

function firstOf<T>(entries: Iterable<T>, differs: (entry: T) => string | null): string | null {
  for (const entry of entries) {
    const at = differs(entry);
    if (at !== null) return at;
  }
  return null;
}

function violationKeys(violations: unknown): string {
  const list = (violations ?? []) as { sku: string; kind: string }[];
  return [...new Set(list.map(({ sku, kind }) => `${sku} ${kind}`))].sort().join("\n");
}
