/** A question to the assistant, and what a customer would get: its answer with sources, or a person and why. */

import { t } from "@lingui/core/macro";
import { ActionIcon, Textarea, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { type Trying, tryQuestion } from "../../api/articles";
import { atField } from "../../api/problems";
import { useCell } from "../../desk/cell";
import { SendIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import { FormProblem } from "../../ui/FormProblem";
import { Reply } from "../../welcome/try/Reply";
import { addTrial, trials } from "../../welcome/try/trials";
import classes from "./Testing.module.css";

const LONGEST = 2_000;

const WITH_CHANGES = t`With your changes, which are not saved yet.`;
const WITHOUT_CHANGES = t`As a customer would. Nothing of it is stored.`;
const ASKED_BEFORE_SAVING = t`Asked with changes that were not saved.`;

function useAsk(trying: Trying | null) {
  return useMutation({
    mutationFn: (question: string) => tryQuestion(question, trying),
    onSuccess: (preview, question) =>
      addTrial({ question, preview, ...(trying && { note: ASKED_BEFORE_SAVING }) }),
  });
}

export interface TestBoxProps {
  /** Questions to begin with. */
  questions?: readonly string[];
  /** An article as it is being written: the assistant answers as if it stood so. */
  trying?: Trying | null;
}

const OFFERED = 3;

export function TestBox({ questions = [], trying = null }: TestBoxProps) {
  const [typed, setTyped] = useState("");
  const tried = useCell(trials);
  const ask = useAsk(trying);
  const put = (question = typed.trim()) => {
    if (question && !ask.isPending) ask.mutate(question, { onSuccess: () => setTyped("") });
  };
  const offered = questions.filter((one) => one && tried.every(({ question }) => question !== one));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    put();
  };
  return (
    <div className={classes.box}>
      <form className={classes.ask} onSubmit={submit}>
        <Textarea
          aria-label={t`A question to test`}
          placeholder={t`Ask something`}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST}
          value={typed}
          error={atField(ask.error, "question")}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          rightSection={
            <ActionIcon
              type="submit"
              aria-label={t`Ask`}
              loading={ask.isPending}
              disabled={typed.trim() === ""}
              radius="xl"
              size={26}
            >
              <SendIcon size={14} />
            </ActionIcon>
          }
        />
        <p className={classes.says}>{trying ? WITH_CHANGES : WITHOUT_CHANGES}</p>
      </form>
      {offered.length > 0 && (
        <ul className={classes.offered} aria-label={t`Questions to try`}>
          {offered.slice(0, OFFERED).map((question) => (
            <li key={question}>
              <UnstyledButton
                className={classes.offer}
                disabled={ask.isPending}
                onClick={() => put(question)}
              >
                {question}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <FormProblem problem={ask.error} fields={["question"]} />
      <div className={classes.trials} aria-live="polite" aria-busy={ask.isPending}>
        {ask.isPending && <Thinking question={ask.variables} />}
        {tried.map((trial) => (
          <Reply key={trial.question} trial={trial} />
        ))}
      </div>
    </div>
  );
}

function Thinking({ question }: { question: string }) {
  return (
    <div className={classes.thinking}>
      <p>{question}</p>
      <Bone width="92%" height={14} />
      <Bone width="64%" height={14} />
    </div>
  );
}
