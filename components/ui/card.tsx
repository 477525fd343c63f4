import type { ReactNode } from "react";

/** A titled region of a page. `id` makes it a target for deep links. */
export function Section({
  id,
  title,
  aside,
  children,
  flush = false,
}: {
  id: string;
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  /** The content brings its own padding (tables). */
  flush?: boolean;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="card">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-3 pb-2">
        <h2 id={`${id}-title`} className="text-base">
          {title}
        </h2>
        {aside ? <div className="text-xs text-muted">{aside}</div> : null}
      </div>
      <div className={flush ? "pb-1" : "px-4 pb-4"}>{children}</div>
    </section>
  );
}

/** Facts as pairs: a quiet name and what it is. */
export function Facts({ items }: { items: readonly { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed and its names may be elements
        <div key={index} className="contents">
          <dt className="text-muted">{item.name}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
