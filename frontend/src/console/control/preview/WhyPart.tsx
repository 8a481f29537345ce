/** Why a conversation is risky: each reason in words, and what the customer wrote, which leads into the thread. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Guidance, Reason, RiskRow } from "../../api/control";
import { Ago } from "../../ui/Ago";
import { DISMISSAL_NAMES, GUIDANCE_NAMES, GUIDANCE_STATES } from "../words";
import classes from "./Why.module.css";

interface WhyProps {
  row: RiskRow;
  onJump: (seq: number) => void;
  onTakeBack: () => void;
}

export function WhyPart({ row, onJump, onTakeBack }: WhyProps) {
  return (
    <section className={classes.why} aria-label={t`Why it is watched`}>
      {row.reasons.length === 0 ? (
        <p className={classes.calm}>
          <Trans>Nothing speaks for a risk now.</Trans>
        </p>
      ) : (
        <ul>
          {row.reasons.map((reason) => (
            <One key={`${reason.kind}-${reason.words?.seq ?? 0}`} reason={reason} onJump={onJump} />
          ))}
        </ul>
      )}
      {row.dismissed && (
        <p className={classes.aside}>
          <Trans>
            Put aside by {{ who: row.dismissed.by?.name ?? t`somebody` }}, <Ago at={row.dismissed.at} past />:{" "}
            {{ why: DISMISSAL_NAMES[row.dismissed.reason] }}
          </Trans>
          {row.dismissed.because && `. ${row.dismissed.because}`}
        </p>
      )}
      {row.guidance && <Guided guidance={row.guidance} onTakeBack={onTakeBack} />}
    </section>
  );
}

function One({ reason, onJump }: { reason: Reason; onJump: (seq: number) => void }) {
  const { words } = reason;
  return (
    <li>
      <span>{reason.label}</span>
      {words && (
        <button
          type="button"
          className={classes.quote}
          title={t`Show it in the thread`}
          onClick={() => onJump(words.seq)}
        >
          {t`“${{ words: words.text }}”`}
        </button>
      )}
    </li>
  );
}

function Guided({ guidance, onTakeBack }: { guidance: Guidance; onTakeBack: () => void }) {
  return (
    <p className={classes.guided} data-state={guidance.state}>
      <b>
        <Trans>
          {{ state: GUIDANCE_STATES[guidance.state] }}, guided by {{ who: guidance.by?.name ?? t`somebody` }}
        </Trans>
      </b>
      <span>
        {guidance.kind !== "words" && `${GUIDANCE_NAMES[guidance.kind]}: `}
        {guidance.text}
      </span>
      {guidance.because && <span>{guidance.because}</span>}
      {guidance.state !== "drafted" && (
        <button type="button" className={classes.back} onClick={onTakeBack}>
          <Trans>Take back</Trans>
        </button>
      )}
    </p>
  );
}
