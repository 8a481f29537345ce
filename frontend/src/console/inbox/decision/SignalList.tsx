/** Signals of a decision: each with its value against the threshold and the words that spoke for it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { Quote, Signal } from "../../desk/wire";
import { number, percent } from "../../shell/locale";
import classes from "./SignalList.module.css";
import { fired, inWeight } from "./weight";

interface SignalListProps {
  signals: readonly Signal[];
  onJump: (seq: number) => void;
}

const share = (value: number): number => Math.max(0, Math.min(1, value));

function measure(value: number): string {
  return value >= 0 && value <= 1 ? percent(value) : number(value, { maximumFractionDigits: 2 });
}

function Measured({ signal }: { signal: Signal }) {
  const [value, limit] = [measure(signal.value), measure(signal.threshold)];
  return fired(signal) ? (
    <Trans>
      <b>{value}</b> over {limit}
    </Trans>
  ) : (
    <Trans>
      <b>{value}</b> under {limit}
    </Trans>
  );
}

export function SignalList({ signals, onJump }: SignalListProps) {
  return (
    <ul className={classes.signals}>
      {inWeight(signals).map((signal) => (
        <li key={signal.name} className={classes.signal} data-fired={fired(signal) || undefined}>
          <div className={classes.head}>
            <span className={classes.label}>{signal.label}</span>
            <span className={classes.numbers}>
              <Measured signal={signal} />
            </span>
          </div>
          <svg className={classes.meter} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect className={classes.track} x="0" y="1" width="100" height="4" rx="1" />
            <rect className={classes.value} x="0" y="1" width={share(signal.value) * 100} height="4" rx="1" />
            <rect
              className={classes.threshold}
              x={share(signal.threshold) * 100 - 0.4}
              y="0"
              width="0.8"
              height="6"
            />
          </svg>
          {signal.evidence.map((quote) => (
            <QuoteButton key={`${quote.seq}-${quote.start}`} quote={quote} onJump={onJump} />
          ))}
        </li>
      ))}
    </ul>
  );
}

export function QuoteButton({ quote, onJump }: { quote: Quote; onJump: (seq: number) => void }) {
  return (
    <UnstyledButton
      className={classes.quote}
      onClick={() => onJump(quote.seq)}
      title={t`Show it in the thread`}
    >
      {t`“${{ words: quote.text }}”`}
    </UnstyledButton>
  );
}
