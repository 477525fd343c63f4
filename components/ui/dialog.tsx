"use client";

import { X } from "lucide";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Icon } from "./icon";

/** A dialog over the page: keeps the focus, closes on Escape and on a click beside it, and gives the focus back. Load it lazily. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
}: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 grid place-items-center bg-veil p-4"
    >
      <Modal className="max-h-full w-full max-w-md overflow-y-auto rounded-lg border border-line bg-surface shadow-overlay">
        <AriaDialog className="flex flex-col gap-3 p-4 outline-none">
          <div className="flex items-center justify-between gap-4">
            <Heading slot="title" level={2} className="text-base">
              {title}
            </Heading>
            <button
              type="button"
              onClick={onClose}
              className="grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
            >
              <Icon of={X} className="size-4" />
              <span className="sr-only">{closeLabel}</span>
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
