/** The guide as a customer would walk it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { GuideStep } from "../../api/guides";
import classes from "./Guide.module.css";
import { walk } from "./guideForm";

const ENDS: Record<string, string> = {
  solved: t`It ends here: solved.`,
  person: t`A person gets the conversation, with all answers.`,
};

const numbered = (number: number): string => t`Answer ${number}`;

export function TryGuide({ steps }: { steps: GuideStep[] }) {
  const [path, setPath] = useState<number[]>([]);
  const step = walk(steps, path);
  return (
    <div className={classes.try} role="log" aria-label={t`Try the guide`}>
      {path.map((place, at) => {
        const asked = walk(steps, path.slice(0, at));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place on the way
          <div key={at} className={classes.turn}>
            <p data-who="assistant">{asked?.says || t`(nothing said yet)`}</p>
            <p data-who="customer">{asked?.answers[place]?.label || t`(no answer)`}</p>
          </div>
        );
      })}
      {step ? (
        <p data-who="assistant">{step.says || t`(nothing said yet)`}</p>
      ) : (
        <p className={classes.stuck}>
          <Trans>This answer leads nowhere yet.</Trans>
        </p>
      )}
      {step && ENDS[step.kind] && <p className={classes.end}>{ENDS[step.kind]}</p>}
      <div className={classes.choices}>
        {step?.answers.map((answer, place) => (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
            key={place}
            variant="default"
            size="xs"
            onClick={() => setPath([...path, place])}
          >
            {answer.label || numbered(place + 1)}
          </Button>
        ))}
        {path.length > 0 && (
          <>
            <Button variant="subtle" size="xs" onClick={() => setPath(path.slice(0, -1))}>
              <Trans>One step back</Trans>
            </Button>
            <Button variant="subtle" size="xs" onClick={() => setPath([])}>
              <Trans>From the beginning</Trans>
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
