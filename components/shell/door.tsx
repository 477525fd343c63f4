import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";

/** The frame of the pages before signing in: one narrow column, nothing to go astray on. */
export function Door({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main id="inhalt" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-8">
      <div className="flex items-center gap-3">
        <Mark className="size-9 shrink-0" />
        <p className="text-base font-semibold">Lizenzkontor</p>
      </div>
      <div className="card flex flex-col gap-4 p-4 sm:p-6">
        <h1 className="text-xl">{title}</h1>
        {children}
      </div>
      <div className="w-48">
        <LanguageSwitch />
      </div>
    </main>
  );
}
