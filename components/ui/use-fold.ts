import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

/** For a `details` that opens over the page: Escape or a touch beside it closes it. Opening it needs no script. */
export function useFold(): {
  readonly ref: RefObject<HTMLDetailsElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function beside({ target }: Event) {
      if (target instanceof Node && ref.current?.contains(target) === false) ref.current.open = false;
    }
    document.addEventListener("pointerdown", beside);
    return () => document.removeEventListener("pointerdown", beside);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || ref.current?.open !== true) return;
    ref.current.open = false;
    ref.current.querySelector("summary")?.focus();
  }

  return { ref, onKeyDown };
}
