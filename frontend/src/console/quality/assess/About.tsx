/** Whom and what an assessment is about, and why it was drawn. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Assessment, AssessmentRow } from "../../api/assessments";
import { inboxPath } from "../../inbox/address";
import { Ago } from "../../ui/Ago";
import { points } from "../words";
import classes from "./Assess.module.css";

export function About({ one }: { one: Assessment }) {
  const { version } = one;
  const scorecard = one.scorecard.name;
  return (
    <header className={classes.about}>
      <h2>{one.customer.name}</h2>
      <span>
        <Trans>
          {scorecard}, version {version}
        </Trans>
      </span>
      {one.agent && <span>{one.agent.name}</span>}
      {one.topic && <span className={classes.tag}>{one.topic}</span>}
      <span className={classes.tag}>{one.because.label}</span>
      <State one={one} />
      <Ago at={one.happened_at} past />
      <Link href={inboxPath("all", one.conversation_id)}>
        <Trans>Open in the inbox</Trans>
      </Link>
    </header>
  );
}

/** How far it is, in a word or two. */
export function State({ one }: { one: AssessmentRow }) {
  const who = one.at_it?.name;
  const score = one.score === null ? null : points(one.score);
  if (one.dispute === "open")
    return (
      <span className={classes.tag} data-tone="warn">
        <Trans>Disputed</Trans>
      </span>
    );
  if (one.state === "skipped")
    return (
      <span className={classes.tag}>
        <Trans>Passed over</Trans>
      </span>
    );
  if (one.state === "open")
    return who ? (
      <span className={classes.tag}>
        <Trans>{who} is at it</Trans>
      </span>
    ) : null;
  if (one.sealed)
    return (
      <span className={classes.tag}>
        <Trans>Hidden until a second person is done</Trans>
      </span>
    );
  if (one.failed)
    return (
      <span className={classes.tag} data-tone="bad">
        <Trans>Failed</Trans>
      </span>
    );
  return (
    <span className={classes.tag} data-tone="good">
      {score === null ? t`Nothing applied` : t`${score} of 100`}
    </span>
  );
}
