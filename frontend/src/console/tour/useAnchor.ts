/** Where the thing stands that a step points out; it is looked for again while pages come and windows change. */

import { useEffect, useState } from "react";
import type { Box } from "./place";

const LOOK_EVERY = 250;

/** The first of the selectors' elements that is in sight. */
function find(selector: string): Element | undefined {
  return [...document.querySelectorAll(selector)].find((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  });
}

function boxOf(selector: string | undefined): Box | null {
  const found = selector && find(selector);
  if (!found) return null;
  const { left, top, width, height } = found.getBoundingClientRect();
  return { left, top, width, height };
}

const same = (one: Box | null, other: Box | null): boolean => JSON.stringify(one) === JSON.stringify(other);

export function useAnchor(selector: string | undefined): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = () =>
      setBox((before) => {
        const now = boxOf(selector);
        return same(before, now) ? before : now;
      });
    const first = selector && find(selector);
    // What the rail has scrolled away is brought back; nothing else moves for the tour.
    if (first) first.scrollIntoView?.({ block: "nearest" });
    look();
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener("resize", look);
    window.addEventListener("scroll", look, true);
    return () => {
      clearInterval(timer);
      window.removeEventListener("resize", look);
      window.removeEventListener("scroll", look, true);
    };
  }, [selector]);
  return box;
}
