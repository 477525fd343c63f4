"use client";

import { Monitor, Moon, Sun } from "lucide";
import { type FormEvent, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { ReturnTo } from "./return-to";
import { THEME_COOKIE, type Theme, themeOf, themes } from "./theme";

const icons = { system: Monitor, hell: Sun, dunkel: Moon } as const;
const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Light, dark or as the device says. Works at once where script runs, else by posting the form. */
export function ThemeSwitch({
  theme,
  legend,
  names,
}: {
  theme: Theme;
  legend: string;
  names: Readonly<Record<Theme, string>>;
}) {
  const [chosen, setChosen] = useState(theme);

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const next = themeOf(button?.getAttribute("value") ?? undefined);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that people here still use
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${ONE_YEAR_IN_SECONDS}; samesite=lax`;
    document.documentElement.dataset.theme = next;
    setChosen(next);
  }

  return (
    <form method="post" action="/api/portal/account/theme" onSubmit={choose}>
      <ReturnTo />
      <fieldset className="flex items-center rounded-md border border-line p-0.5">
        <legend className="sr-only">{legend}</legend>
        {themes.map((each) => {
          const shapes = icons[each];
          return (
            <button
              key={each}
              type="submit"
              name="theme"
              value={each}
              aria-pressed={chosen === each}
              title={names[each]}
              className="grid min-h-7 flex-1 place-items-center rounded px-2 text-muted hover:text-ink aria-pressed:bg-accent-ground aria-pressed:text-accent-strong max-lg:min-h-10"
            >
              <Icon of={shapes} className="size-4" />
              <span className="sr-only">{names[each]}</span>
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
