/** Why a decision came out as it did: the rules that held and nearly held, the mood, the signals, the versions. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { useEffect } from "react";
import type { Considered, Decision } from "../../desk/wire";
import { listed } from "../../shell/locale";
import { MoodCourse } from "./MoodCourse";
import { besides, DOES, inSentences, loudAndQuiet, moodOf } from "./reasons";
import { SignalList } from "./SignalList";
import classes from "./Why.module.css";

interface WhyProps {
  decision: Decision;
  onJump: (seq: number) => void;
  /** It is there now, and takes its room. */
  onShown?: () => void;
}

export default function Why({ decision, onJump, onShown }: WhyProps) {
  useEffect(() => {
    onShown?.(); // gives nothing back: the browser's own scrolling answers with a promise, which is no clean-up
  }, [onShown]);
  const { loud, quiet } = loudAndQuiet(decision.signals);
  const mood = moodOf(decision);
  return (
    <div className={classes.why}>
      <p>
        {inSentences(decision)}{" "}
        <UnstyledButton className={classes.jump} onClick={() => onJump(decision.asked_seq)}>
          <Trans>Show the message</Trans>
        </UnstyledButton>
      </p>
      {decision.considered && <Rules {...besides(decision.considered, decision.rule?.name)} />}
      {mood && (
        <MoodCourse label={mood.label} steps={mood.steps} threshold={mood.threshold} onJump={onJump} />
      )}
      {loud.length > 0 && (
        <section className={classes.part}>
          <h4>
            <Trans>What was heard</Trans>
          </h4>
          <SignalList signals={loud} onJump={onJump} />
        </section>
      )}
      {quiet.length > 0 && (
        <details className={classes.quiet}>
          <summary>
            {loud.length > 0
              ? plural(quiet.length, { one: "# quiet signal", other: "# quiet signals" })
              : plural(quiet.length, {
                  one: "Nothing was heard: the one signal was quiet",
                  other: "Nothing was heard: all # signals were quiet",
                })}
          </summary>
          <SignalList signals={quiet} onJump={onJump} />
        </details>
      )}
      <Versions decision={decision} />
    </div>
  );
}

function Rules({ fired, nearly }: Considered) {
  if (fired.length === 0 && nearly.length === 0) return null;
  return (
    <section className={classes.part}>
      {fired.length > 0 && (
        <>
          <h4>
            <Trans>Also held</Trans>
          </h4>
          <ul className={classes.rules}>
            {fired.map((one) => (
              <li key={one.rule} data-held>
                <span className={classes.rule}>{one.rule || one.trigger.label}</span>
                <span className={classes.does}>{DOES[one.does]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {nearly.length > 0 && (
        <>
          <h4>
            <Trans>Nearly</Trans>
          </h4>
          <ul className={classes.rules}>
            {nearly.map((one) => (
              <li key={one.rule}>
                <span className={classes.rule}>{one.rule}</span>
                <span className={classes.does}>
                  {listed(
                    one.lacks.map((lack) => lack.words),
                    "disjunction",
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Versions({ decision: { models = [], rules_version: rules } }: { decision: Decision }) {
  if (models.length === 0) return null;
  return (
    <dl className={classes.versions} aria-label={t`Made with`}>
      {rules !== undefined && (
        <div>
          <dt>
            <Trans>Rules</Trans>
          </dt>
          <dd>
            <Trans>version {rules}</Trans>
          </dd>
        </div>
      )}
      {models.map(({ name, label, version }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{version}</dd>
        </div>
      ))}
    </dl>
  );
}
