/** Rules in another order: by dragging the handle, by finger or mouse. */

import { type PointerEvent, useState } from "react";

export interface Reorder {
  /** The rule that is in the hand, and the one whose place it would take. */
  dragged: string | null;
  over: string | null;
  handle: (key: string) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
}

/** The row under the pointer, in the same list as the handle. */
function rowAt(list: Element | null, y: number): string | null {
  const rows = list ? [...list.querySelectorAll<HTMLElement>(":scope > [data-key]")] : [];
  const hit = rows.find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
  return hit?.dataset.key ?? null;
}

export function useReorder(onMove: (key: string, other: string) => void): Reorder {
  const [dragged, drag] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const drop = () => {
    drag(null);
    setOver(null);
  };
  return {
    dragged,
    over,
    handle: (key) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(key);
      },
      onPointerMove: (event) => {
        if (dragged !== key) return;
        const other = rowAt(event.currentTarget.closest("ol"), event.clientY);
        setOver(other === key ? null : (other ?? over));
      },
      onPointerUp: () => {
        if (dragged === key && over) onMove(key, over);
        drop();
      },
      onPointerCancel: drop,
    }),
  };
}
