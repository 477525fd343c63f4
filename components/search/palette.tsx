"use client";

import { Search, X } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "@/components/ui/icon";
import { searchHref } from "./addresses";
import { HitList, optionId } from "./hit-list";
import { type NamedPage, pageHits } from "./page-hits";
import { useHits } from "./use-hits";

/**
 * The search over everything, above whatever page one is on: type, choose with the arrows, go with Enter. The focus stays in the field; the
 * list says which of its entries is meant. Before anything is typed it shows the pages.
 */
export function Palette({ pages, onClose }: { pages: readonly NamedPage[]; onClose: () => void }) {
  const t = useTranslations("palette");
  const router = useRouter();
  const listId = useId();
  const [text, setText] = useState("");
  const [meant, setMeant] = useState<string | null>(null);
  const answered = useHits(text);

  const sought = text.trim();
  const groups = [...pageHits(pages, text), ...(sought === "" ? [] : answered.groups)];
  const found = groups.flatMap(({ hits }) => hits);
  const hrefs = [...found.map(({ href }) => href), ...(sought === "" ? [] : [searchHref(sought)])];
  // What the arrows chose stays chosen when further hits come in above it.
  const at = Math.max(0, meant === null ? 0 : hrefs.indexOf(meant));
  const isAnswered = sought === "" || answered.text === sought;

  useEffect(() => {
    document.getElementById(optionId(listId, at))?.scrollIntoView({ block: "nearest" });
  }, [listId, at]);

  function go(href: string) {
    onClose();
    router.push(href);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hrefs.length > 0) {
      event.preventDefault();
      setMeant(hrefs[(at + step + hrefs.length) % hrefs.length] ?? null);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const href = hrefs[at];
      if (href !== undefined) go(href);
    }
  }

  function choose(event: MouseEvent, href: string) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="fixed inset-0 z-40 bg-veil sm:px-4 sm:pt-[10vh]"
    >
      <Modal className="mx-auto flex w-full max-w-xl flex-col overflow-hidden border-line bg-surface shadow-overlay max-sm:h-(--visual-viewport-height) sm:max-h-[75vh] sm:rounded-lg sm:border">
        <Dialog aria-label={t("title")} className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex items-center gap-2 border-b border-line pr-1 pl-4">
            <Icon of={Search} className="size-5 shrink-0 text-muted" />
            <input
              // Who opens a search is about to type.
              autoFocus
              type="text"
              role="combobox"
              aria-label={t("field")}
              aria-expanded={hrefs.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={hrefs.length > 0 ? optionId(listId, at) : undefined}
              placeholder={t("hint")}
              value={text}
              maxLength={100}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={(event) => {
                setText(event.target.value);
                setMeant(null);
              }}
              onKeyDown={press}
              className="min-h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted"
            />
            <button
              type="button"
              onClick={onClose}
              className="grid size-11 shrink-0 place-items-center rounded-md text-muted hover:text-ink"
            >
              <Icon of={X} className="size-5" />
              <span className="sr-only">{t("close")}</span>
            </button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
            {answered.fault !== null && sought !== "" ? (
              <p role="alert" className="px-2 py-2 text-sm">
                {answered.fault === "" ? t("unreachable") : answered.fault}
              </p>
            ) : isAnswered && found.length === 0 ? (
              <p className="px-2 py-2 text-sm text-muted">{t("nothing", { text: sought })}</p>
            ) : null}
            <HitList
              id={listId}
              groups={groups}
              at={at}
              allHref={sought === "" ? null : searchHref(sought)}
              onChoose={choose}
            />
          </div>
          <p role="status" className="sr-only">
            {isAnswered && sought !== "" && answered.fault === null ? t("found", { count: found.length }) : ""}
          </p>
          <p aria-hidden className="flex gap-4 border-t border-line px-4 py-2 text-xs text-muted max-sm:hidden">
            <span>{t("keyMove")}</span>
            <span>{t("keyGo")}</span>
            <span>{t("keyClose")}</span>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
