import type { ReactNode } from "react";

/** A page on which something is not there or did not work: what happened, why, and the way on. */
export function FaultPage({
  code,
  title,
  children,
  actions,
}: {
  code: string;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-16">
      <p className="text-sm font-medium text-muted">{code}</p>
      <h1 className="text-xl">{title}</h1>
      <div className="text-muted">{children}</div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
