"use client";

import { Check, Copy } from "lucide";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

/** A text to take elsewhere. Without script it is still there to be selected; the button appears where it can work. */
export function CopyField({
  id,
  label,
  value,
  copy,
  copied,
}: {
  id: string;
  label: string;
  value: string;
  copy: string;
  copied: string;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCanCopy("clipboard" in navigator), []);

  async function take() {
    field.current?.select();
    await navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-9 min-w-0 flex-1 basis-60 rounded-md border border-line-strong bg-sunken px-3 py-1 font-mono text-xs text-ink max-md:min-h-11"
        />
        {canCopy ? (
          <Button type="button" look="primary" onClick={take}>
            {isCopied ? <Icon of={Check} className="size-4" /> : <Icon of={Copy} className="size-4" />}
            {isCopied ? copied : copy}
          </Button>
        ) : null}
      </div>
      <span role="status" className="sr-only">
        {isCopied ? copied : ""}
      </span>
    </div>
  );
}
