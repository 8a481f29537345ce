/** Where the card of the tour stands: beside what it points out, and never outside of the window; pure. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Room between the card, what it points out, and the edge of the window. */
const GAP = 16;

const within = (value: number, most: number): number => Math.max(GAP, Math.min(value, most - GAP));

/** At the right of it where there is room, else at the left of what is narrow, else over its lower right corner. */
export function placeBeside(box: Box | null, card: Size, window: Size): { left: number; top: number } {
  if (!box) {
    return {
      left: (window.width - card.width) / 2,
      top: within((window.height - card.height) / 2, Infinity),
    };
  }
  const right = box.left + box.width + GAP;
  const left = box.left - GAP - card.width;
  const top = within(box.top, window.height - card.height);
  if (right + card.width + GAP <= window.width) return { left: right, top };
  if (left >= GAP && box.width < 2 * card.width) return { left, top };
  return {
    left: within(box.left + box.width - card.width - GAP, window.width - card.width),
    top: within(box.top + box.height - card.height - GAP, window.height - card.height),
  };
}
