/** One step: what it is for, the thing itself to be done in place, and the way on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ComponentType } from "react";
import { Link, useLocation } from "wouter";
import type { Guide, StepKey } from "../api/guide";
import { inboxPath } from "../inbox/address";
import { CheckIcon } from "../shell/icons";
import { EmbedStep } from "./EmbedStep";
import { InviteStep } from "./InviteStep";
import { KnowledgeStep } from "./knowledge/KnowledgeStep";
import { after, isDone, placePath, previous, STEPS } from "./steps";
import { ToneStep } from "./ToneStep";
import { TryStep } from "./try/TryStep";
import classes from "./Welcome.module.css";

const PARTS: Record<StepKey, ComponentType<{ done: boolean }>> = {
  knowledge: KnowledgeStep,
  tone: ToneStep,
  try: TryStep,
  embed: EmbedStep,
  invite: InviteStep,
};

export function StepPanel({ guide, place }: { guide: Guide; place: StepKey }) {
  const [, go] = useLocation();
  const step = STEPS.find(({ key }) => key === place);
  const done = isDone(guide, place);
  const back = previous(place);
  const Part = PARTS[place];
  return (
    <section className={classes.panel} aria-labelledby="step-title">
      <header className={classes.head}>
        <h2 id="step-title">{step?.title}</h2>
        <p>{step?.says}</p>
      </header>
      <Part done={done} />
      <footer className={classes.foot}>
        {back && (
          <Button variant="subtle" color="gray" onClick={() => go(placePath(back))}>
            <Trans>Back</Trans>
          </Button>
        )}
        <Link href={inboxPath("waiting")} className={classes.later}>
          <Trans>Go on another time</Trans>
        </Link>
        <Button
          variant={done ? "filled" : "default"}
          leftSection={done ? <CheckIcon size={14} /> : null}
          onClick={() => go(placePath(after(place)))}
        >
          {done ? t`Continue` : t`Skip for later`}
        </Button>
      </footer>
    </section>
  );
}
