import { useLocale } from "next-intl";
import type { Note } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";

/** What the paper says beside its figures, with where. */
export function NoteList({ notes }: { notes: readonly Note[] }) {
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {notes.map(({ id, clause, text }) => (
        <li key={id} id={anchorOf("note", id)} className="target:bg-accent-ground">
          {text[locale]}
          <span className="block text-xs text-muted">{clause}</span>
        </li>
      ))}
    </ul>
  );
}
