/** The ways in which customers ask for the article: a line each, written one after the other. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from "react";
import { CloseIcon, PlusIcon } from "../../shell/icons";
import classes from "./Editor.module.css";

const MOST = 30;
const LONGEST = 300;

interface QuestionsFieldProps {
  questions: string[];
  error: string | null;
  onChange: (questions: string[]) => void;
}

const questionNumber = (number: number): string => t`Question ${number}`;
const removal = (number: number): string => t`Remove question ${number}`;

export function QuestionsField({ questions, error, onChange }: QuestionsFieldProps) {
  const id = useId();
  const count = questions.length;
  const list = useRef<HTMLUListElement>(null);
  const focus = (place: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll("input")[place]?.focus());
  const put = (place: number, lines: readonly string[], without: number) =>
    onChange([...questions.slice(0, place), ...lines, ...questions.slice(place + without)].slice(0, MOST));
  const add = (place: number) => {
    if (questions.length >= MOST) return;
    put(place, [""], 0);
    focus(place);
  };
  const remove = (place: number) => {
    put(place, [], 1);
    focus(Math.max(0, place - 1));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, place: number) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      add(place + 1);
    } else if (event.key === "Backspace" && questions[place] === "") {
      event.preventDefault();
      remove(place);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      focus(place + (event.key === "ArrowDown" ? 1 : -1));
    }
  };
  const onPaste = (event: ClipboardEvent, place: number) => {
    const lines = event.clipboardData
      .getData("text")
      .split(/\r?\n/)
      .map((line) => line.trim().slice(0, LONGEST))
      .filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    put(place, lines, questions[place] === "" ? 1 : 0);
  };
  return (
    <section className={classes.field} aria-labelledby={id}>
      <div className={classes.labelled}>
        <span id={id} className={classes.label}>
          <Trans>How customers ask for it</Trans>
        </span>
        <span className={classes.hint}>{count > 0 && t`${count} of ${MOST}`}</span>
      </div>
      <p className={classes.hint}>
        <Trans>In their words, not yours: the assistant finds the article by them.</Trans>
      </p>
      <ul ref={list} className={classes.questions}>
        {questions.map((question, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={place}>
            <TextInput
              aria-label={questionNumber(place + 1)}
              placeholder={t`Can I send it back?`}
              maxLength={LONGEST}
              value={question}
              onChange={(event) => put(place, [event.currentTarget.value], 1)}
              onKeyDown={(event) => onKeyDown(event, place)}
              onPaste={(event) => onPaste(event, place)}
              rightSection={
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={removal(place + 1)}
                  onClick={() => remove(place)}
                >
                  <CloseIcon size={12} />
                </ActionIcon>
              }
            />
          </li>
        ))}
      </ul>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <div>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<PlusIcon size={12} />}
          disabled={questions.length >= MOST}
          onClick={() => add(questions.length)}
        >
          <Trans>Add a question</Trans>
        </Button>
      </div>
    </section>
  );
}
