/** The tour: a card beside one thing after the other, over the console as it is; nothing behind it is held up. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useElementSize, useViewportSize } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { keepsKeys } from "../inbox/keys";
import { placeBeside } from "./place";
import classes from "./Tour.module.css";
import { useAnchor } from "./useAnchor";
import { useTour } from "./useTour";

/** From this width on it is a part of the page rather than a control: its edges may be those of the window. */
const A_PANE = 200;

export default function Tour() {
  const { step, at, of, narrow, show, end } = useTour();
  const box = useAnchor(step?.anchor);
  const { ref, width, height } = useElementSize();
  const view = useViewportSize();
  const heading = useFocusOn(step?.key);
  useEscape(end);
  const first = at === 0;
  // The place where it begins is gone to as well.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the tour begins
  useEffect(() => show(0), []);
  if (!step) return null;
  const number = at + 1;
  const last = number === of;
  return (
    <>
      {box && (
        <div
          className={classes.ring}
          data-pane={box.width > A_PANE || undefined}
          style={box}
          aria-hidden="true"
        />
      )}
      <section
        className={classes.card}
        style={narrow ? undefined : placeBeside(box, { width: width + 42, height: height + 42 }, view)}
        aria-labelledby="tour-title"
        onKeyDown={keepLetters}
      >
        <div ref={ref}>
          <p className={classes.count}>
            <Trans>
              {number} of {of}
            </Trans>
          </p>
          <h2 ref={heading} id="tour-title" tabIndex={-1} aria-describedby="tour-says">
            {step.title}
          </h2>
          <p id="tour-says">{step.says}</p>
          <footer className={classes.foot}>
            {!last && (
              <Button variant="subtle" color="gray" size="xs" className={classes.skip} onClick={end}>
                <Trans>Skip the tour</Trans>
              </Button>
            )}
            <span className={classes.way}>
              {!first && (
                <Button variant="default" size="xs" onClick={() => show(at - 1)}>
                  <Trans>Back</Trans>
                </Button>
              )}
              <Button size="xs" onClick={() => (last ? end() : show(at + 1))}>
                {last ? t`Done` : t`Next`}
              </Button>
            </span>
          </footer>
        </div>
      </section>
    </>
  );
}

/** Each step is read out from its title on; afterwards the focus is where it was before. */
function useFocusOn(key: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step
  useEffect(() => heading.current?.focus({ preventScroll: true }), [key]);
  return heading;
}

/** Escape ends it from wherever no field and nothing above the page wants the key. */
function useEscape(end: () => void): void {
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || keepsKeys(event.target)) return;
      if (document.querySelector("[role=dialog], [role=menu]")) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}

/** A letter typed here is no key of the page behind it; those with Ctrl or Cmd stay what they are. */
function keepLetters(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}
