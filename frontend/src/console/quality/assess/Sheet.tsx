/** Thread and scorecard side by side: filled in by keys, read by whom it is about. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Message } from "../../../shared/wire";
import { type Assessment, decideAbout, saveAssessment } from "../../api/assessments";
import { useReviewKeys } from "../../rules/quality/useReviewKeys";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { QUEUE } from "../addresses";
import { optionsOf, running } from "../answering";
import { useChange, useMessages } from "../useAssessments";
import { points } from "../words";
import { About } from "./About";
import classes from "./Assess.module.css";
import { AssessThread } from "./AssessThread";
import { Outcomes } from "./Outcomes";
import { Replies } from "./Replies";
import { ScoreSheet } from "./ScoreSheet";
import { SkipButton } from "./SkipButton";
import { useFilling } from "./useFilling";

/** A message is wanted, by an answer or by something that is set going. */
export interface Picking {
  of?: Message["author"]["kind"];
  pick: (message: Message) => void;
}

export function Sheet({ one }: { one: Assessment }) {
  const open = one.state === "open" && one.may.assess;
  const [editing, setEditing] = useState<"" | "right" | "decide">("");
  const [picking, setPicking] = useState<Picking | null>(null);
  const [quoting, setQuoting] = useState<string | null>(null);
  const [, go] = useLocation();
  const [agent, reviewer] = [one.agent?.name, one.reviewer?.name];
  const filling = useFilling(one, open);
  const { questions, answers, here } = filling;
  const messages = useMessages(one.conversation_id);
  const filled = open || editing !== "";
  const sum = running(questions, answers);
  const failedAt = sum.failedAt[0]?.text;
  const left = questions.length - filling.said().answers.length;
  const finish = useChange(one.id, (done: boolean) => saveAssessment(one.id, { ...filling.said(), done }));
  const put = () => {
    filling.settle();
    finish.mutate(true, {
      onSuccess: () => {
        setEditing("");
        if (!open) return;
        tell(t`Thank you. It counts from now on.`);
        go(QUEUE);
      },
    });
  };
  const decide = useChange(one.id, (text: string) =>
    decideAbout(one.id, text, editing === "decide" ? filling.said().answers : null),
  );
  const quoteFor = (question: (typeof questions)[number]) => {
    setQuoting(question.id);
    setPicking({
      pick: (message) => {
        filling.quote(question, message.seq);
        setPicking(null);
        setQuoting(null);
      },
    });
  };
  const stop = () => {
    setPicking(null);
    setQuoting(null);
  };
  useReviewKeys(
    filled && here
      ? {
          j: () => filling.step(1),
          k: () => filling.step(-1),
          arrowdown: () => filling.step(1),
          arrowup: () => filling.step(-1),
          q: () => quoteFor(here),
          escape: stop,
          ...Object.fromEntries(
            optionsOf(here).map(({ key, value }) => [key, () => filling.choose(here, value)]),
          ),
        }
      : {},
  );
  const quoted = new Set(
    Object.values(answers).flatMap(({ quote_seq }) => (quote_seq === null ? [] : [quote_seq])),
  );
  return (
    <>
      <About one={one} />
      <div className={classes.both}>
        <AssessThread
          query={messages}
          quoted={quoted}
          onPick={picking?.pick ?? null}
          {...(picking?.of && { of: picking.of })}
        />
        <div className={classes.card}>
          {filled || one.state === "done" ? (
            <p className={classes.total} role="status">
              <b>{one.sealed || sum.score === null ? "–" : points(filled ? sum.score : (one.score ?? 0))}</b>
              {one.sealed
                ? t`Hidden until a second person has said the same, blind.`
                : failedAt
                  ? t`of 100: failed at “${failedAt}”`
                  : filled && left > 0
                    ? t`of 100 so far, ${left} to answer`
                    : t`of 100`}
            </p>
          ) : null}
          {!one.sealed && (
            <ScoreSheet
              sections={one.sections}
              answers={answers}
              here={filled ? (here?.id ?? null) : null}
              failedAt={sum.failedAt.map(({ id }) => id)}
              quoting={quoting}
              onChoose={filling.choose}
              onNote={filling.note}
              onGo={filling.go}
              onQuote={quoteFor}
              onUnquote={(question) => filling.quote(question, null)}
            />
          )}
          {(open || editing === "right") && (
            <>
              <Textarea
                label={agent ? t`To ${agent}, privately` : t`What you noticed`}
                description={one.agent ? t`They read it with the scorecard.` : undefined}
                autosize
                minRows={2}
                maxLength={4000}
                value={filling.comment}
                onChange={(event) => filling.say(event.currentTarget.value)}
              />
              <FormProblem problem={finish.error} />
              <div className={classes.foot}>
                <Button onClick={put} disabled={left > 0} loading={finish.isPending}>
                  {open ? t`Done` : t`Save`}
                </Button>
                {open && <SkipButton one={one} onSkipped={() => go(QUEUE)} />}
                {editing === "right" && (
                  <Button variant="default" onClick={() => setEditing("")}>
                    <Trans>Cancel</Trans>
                  </Button>
                )}
              </div>
            </>
          )}
          {one.state === "done" && !filled && one.comment && (
            <section className={classes.part} aria-label={t`Comment`}>
              <h3>{reviewer ? t`${reviewer} writes` : t`Comment`}</h3>
              <p className={classes.said}>{one.comment}</p>
            </section>
          )}
          {one.state === "done" && one.may.assess && editing === "" && (
            <div className={classes.foot}>
              <Button variant="default" size="xs" onClick={() => setEditing("right")}>
                <Trans>Put it right</Trans>
              </Button>
            </div>
          )}
          <Replies
            one={one}
            changing={editing === "decide"}
            busy={decide.isPending}
            problem={decide.error}
            onChange={() => setEditing(editing === "decide" ? "" : "decide")}
            onDecide={(text) => decide.mutate(text, { onSuccess: () => setEditing("") })}
          />
          {(one.may.add || one.outcomes.length > 0) && <Outcomes one={one} onPicking={setPicking} />}
        </div>
      </div>
    </>
  );
}
