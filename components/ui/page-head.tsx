import type { ReactNode } from "react";

export function PageHead({
  title,
  above,
  below,
  aside,
}: {
  title: ReactNode;
  above?: ReactNode;
  below?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above ? <div className="text-xs text-muted">{above}</div> : null}
        <h1 className="text-xl">{title}</h1>
        {below ? <div className="mt-1 text-sm text-muted">{below}</div> : null}
      </div>
      {aside}
    </header>
  );
}
