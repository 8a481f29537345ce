/** Tells the desk when nothing was touched for long, in any tab of this browser, and when something is again. */

import { useEffect } from "react";
import { useDesk, useMe } from "../../desk/DeskContext";

const TOUCHED = "baton.touched";
const EVENTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const NOTED_EVERY = 5_000;
const LOOKS_EVERY = 10_000;

/** When something was touched last, in whichever tab. */
function lastTouch(): number {
  return Number(localStorage.getItem(TOUCHED)) || 0;
}

export function useIdling(): void {
  const desk = useDesk();
  const seconds = useMe().idle_seconds;
  useEffect(() => {
    let idle = false;
    let noted = 0;
    const touch = () => {
      const now = Date.now();
      const wakes = idle || desk.idles();
      if (!wakes && now - noted < NOTED_EVERY) return;
      noted = now;
      localStorage.setItem(TOUCHED, String(now));
      if (wakes && desk.setIdle(false)) idle = false;
    };
    const look = () => {
      const over = Date.now() - lastTouch() >= seconds * 1000;
      if (over !== idle && desk.setIdle(over)) idle = over;
    };
    touch();
    for (const name of EVENTS) addEventListener(name, touch, { passive: true });
    const timer = setInterval(look, LOOKS_EVERY);
    return () => {
      clearInterval(timer);
      for (const name of EVENTS) removeEventListener(name, touch);
    };
  }, [desk, seconds]);
}
