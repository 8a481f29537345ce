/** The question as customers see it in the widget, in their company's colour. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLayoutEffect, useRef } from "react";
import { wearAccent } from "../../../shared/contrast";
import type { Workspace } from "../../api/workspace";
import { EFFORT, SATISFACTION } from "../../customers/ratings/words";
import classes from "./SurveyPreview.module.css";

export function SurveyPreview({ workspace, asksEffort }: { workspace: Workspace; asksEffort: boolean }) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current) wearAccent(card.current.style, workspace.accent);
  }, [workspace.accent]);
  return (
    <figure className={classes.figure}>
      <div ref={card} className={classes.card} role="img" aria-label={t`The question in the widget`}>
        <p className={classes.question}>
          <Trans>How was our help?</Trans>
        </p>
        <div className={classes.steps}>
          {SATISFACTION.map((label, at) => (
            <span key={label} data-chosen={at === 3 || undefined}>
              <Face step={at + 1} />
              {label}
            </span>
          ))}
        </div>
        {asksEffort && (
          <>
            <p className={classes.question}>
              <Trans>How easy was it to get this done?</Trans>
            </p>
            <div className={classes.steps}>
              {EFFORT.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </div>
          </>
        )}
        <p className={classes.quiet}>
          <Trans>What should we know? (optional)</Trans>
        </p>
        <span className={classes.box} />
        <span className={classes.send}>
          <Trans>Send</Trans>
        </span>
      </div>
      <figcaption>
        <Trans>In the widget, in each customer's language</Trans>
      </figcaption>
    </figure>
  );
}

const MOUTHS = [
  "M9.5 21.5q4.5-6 9 0",
  "M10 20.5q4-3 8 0",
  "M10 19.5h8",
  "M10 18.5q4 3.5 8 0",
  "M9.5 17.5q4.5 7 9 0z",
];

function Face({ step }: { step: number }) {
  return (
    <svg width={24} height={24} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <circle cx="14" cy="14" r="12" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="10" cy="11.5" r="1.4" fill="currentColor" />
      <circle cx="18" cy="11.5" r="1.4" fill="currentColor" />
      <path d={MOUTHS[step - 1]} stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
