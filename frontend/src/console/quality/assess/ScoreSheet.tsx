/** The scorecard beside the thread: one question at a time under the keys, all of them in sight. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { CardSection, Question } from "../../api/assessments";
import { type Answers, isAnswered, NOT_APPLICABLE, optionsOf } from "../answering";
import classes from "./Assess.module.css";

interface ScoreSheetProps {
  sections: readonly CardSection[];
  answers: Answers;
  /** The question that the keys answer; null while it is only read. */
  here: string | null;
  failedAt: readonly string[];
  onChoose: (question: Question, value: string) => void;
  onNote: (question: Question, note: string) => void;
  onGo: (question: Question) => void;
  onQuote: (question: Question) => void;
  onUnquote: (question: Question) => void;
  /** The question for which a message is being picked. */
  quoting: string | null;
}

export function ScoreSheet({ sections, ...rest }: ScoreSheetProps) {
  return (
    <div className={classes.sheet}>
      {sections.map(({ id, title, questions }) => (
        <section key={id} aria-label={title}>
          <h3>{title}</h3>
          {questions.map((question) => (
            <Asked key={question.id} question={question} {...rest} />
          ))}
        </section>
      ))}
    </div>
  );
}

type AskedProps = Omit<ScoreSheetProps, "sections"> & { question: Question };

function Asked(props: AskedProps) {
  const { question, answers, here, failedAt, quoting, onChoose, onNote, onGo, onQuote, onUnquote } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const current = here === question.id;
  const answer = answers[question.id];
  const { text } = question;
  const seq = answer?.quote_seq;
  useEffect(() => {
    if (current) box.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const reading = here === null;
  return (
    <fieldset
      ref={box}
      className={classes.question}
      data-here={current || undefined}
      data-failed={failedAt.includes(question.id) || undefined}
      onFocus={() => !reading && onGo(question)}
    >
      <legend>
        {question.text}
        {question.critical && (
          <span className={classes.critical}>
            <Trans>critical</Trans>
          </span>
        )}
      </legend>
      {question.help && <p className={classes.help}>{question.help}</p>}
      <div className={classes.options}>
        {optionsOf(question).map(({ value, label, key }) => (
          <button
            key={value}
            type="button"
            aria-pressed={answer?.value === value}
            data-quiet={value === NOT_APPLICABLE || undefined}
            disabled={reading}
            onClick={() => onChoose(question, value)}
          >
            {current && <kbd>{key}</kbd>}
            {label}
          </button>
        ))}
      </div>
      {isAnswered(answers, question) && (!reading || answer?.quote_seq != null || answer?.note) && (
        <div className={classes.why}>
          {answer?.quote_seq != null ? (
            <button
              type="button"
              className={classes.quoted}
              onClick={() => onUnquote(question)}
              disabled={reading}
            >
              {reading ? "" : "× "}
              <Trans>Message {seq}</Trans>
            </button>
          ) : (
            !reading && (
              <button type="button" className={classes.quoted} onClick={() => onQuote(question)}>
                {quoting === question.id ? t`Press a message …` : t`Quote a message`}
                {current && quoting !== question.id && <kbd>q</kbd>}
              </button>
            )
          )}
          {reading ? (
            answer?.note && <p className={classes.help}>{answer.note}</p>
          ) : (
            <TextInput
              size="xs"
              className={classes.note}
              aria-label={t`Why: ${text}`}
              placeholder={t`Why (if it helps)`}
              maxLength={500}
              value={answer?.note ?? ""}
              onChange={(event) => onNote(question, event.currentTarget.value)}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
