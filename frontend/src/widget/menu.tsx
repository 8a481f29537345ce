/** What else can be done with the conversation, behind one button in the head. */

import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { MoreMark } from "./marks";
import { say } from "./words/words";

export interface MenuItem {
  label: string;
  act: () => void;
}

/** Closes at a press elsewhere, when the focus leaves it, and by Escape, which then closes nothing else. */
function useLeaving(open: boolean, onLeave: () => void, onEscape: () => void) {
  const place = useRef<HTMLDivElement>(null);
  // Before the next key, not after the next frame: else a quick Escape would close the chat behind it.
  useLayoutEffect(() => {
    if (!open) return;
    const typed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopImmediatePropagation();
      onEscape();
    };
    const pressed = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) onLeave();
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("focusin", pressed);
    document.addEventListener("keydown", typed, true);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("focusin", pressed);
      document.removeEventListener("keydown", typed, true);
    };
  }, [open, onLeave, onEscape]);
  return place;
}

export function Menu({ items }: { items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = useCallback(() => setOpen(false), []);
  const back = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  const place = useLeaving(open, leave, back);
  if (items.length === 0) return null;
  return (
    <div class="menu" ref={place}>
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-label={say("more")}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreMark />
      </button>
      {open && (
        <ul class="menu-items" aria-label={say("more")}>
          {items.map(({ label, act }) => (
            <li key={label}>
              <button
                type="button"
                onClick={() => {
                  back();
                  act();
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
