/** The questions of a gap, each with what became of it, its conversation, and what an agent replied. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { GapQuestion } from "../../api/learning";
import { inboxPath } from "../../inbox/address";
import { Ago } from "../../ui/Ago";
import classes from "./Gaps.module.css";
import { OUTCOMES } from "./words";

const replied = (who: string): string => t`${who} replied`;

export function Questions({ questions }: { questions: GapQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="gap-questions">
      <h3 id="gap-questions">
        <Trans>Who asked</Trans>
      </h3>
      <ul className={classes.list}>
        {questions.map((question) => (
          <li key={question.id} className={classes.question}>
            <p>{question.text}</p>
            <p className={classes.small}>
              <Link href={inboxPath("all", question.conversation_id)}>{question.customer}</Link>,{" "}
              <Ago at={question.asked_at} /> ·{" "}
              <span data-outcome={question.outcome}>{OUTCOMES[question.outcome]}</span>
            </p>
            {question.reply && (
              <blockquote>
                <span className={classes.small}>{replied(question.reply.by ?? t`An agent`)}</span>
                {question.reply.text}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
