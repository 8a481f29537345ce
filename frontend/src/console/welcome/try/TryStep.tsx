/** Questions asked of the assistant in place, with what it would answer, or why a person would take over. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { preview } from "../../api/guide";
import { atField } from "../../api/problems";
import { useCell } from "../../desk/cell";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { FormProblem } from "../../ui/FormProblem";
import { useArticles } from "../knowledge/useImports";
import { suggestions } from "../questions";
import { isDone } from "../steps";
import { useGuide, useReadGuideAgain } from "../useGuide";
import { Reply } from "./Reply";
import classes from "./Try.module.css";
import { addTrial, trials, WANTED } from "./trials";

function useAsk() {
  const readGuide = useReadGuideAgain();
  return useMutation({
    mutationFn: preview,
    onSuccess: (answered, question) => {
      addTrial({ question, preview: answered });
      readGuide();
    },
  });
}

export function TryStep() {
  const [typed, setTyped] = useState("");
  const tried = useCell(trials);
  const count = tried.length;
  const { data: guide } = useGuide();
  const done = guide !== undefined && isDone(guide, "try"); // also by what was asked another day
  const ask = useAsk();
  const put = (question: string) => {
    if (!ask.isPending && question) ask.mutate(question, { onSuccess: () => setTyped("") });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put(typed.trim());
  };
  return (
    <div className={classes.try}>
      <form className={classes.ask} onSubmit={submit}>
        <TextInput
          className={classes.field}
          aria-label={t`Your question`}
          placeholder={t`How long do I have to return something?`}
          required
          maxLength={1000}
          value={typed}
          error={atField(ask.error, "question")}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          <Trans>Ask</Trans>
        </Button>
      </form>
      <FormProblem problem={ask.error} fields={["question"]} />
      <Suggestions asked={tried.map(({ question }) => question)} busy={ask.isPending} onAsk={put} />
      <p className={classes.count} role="status">
        {!done && count < WANTED ? t`${count} of ${WANTED} asked` : count > 0 && t`${count} asked`}
      </p>
      {ask.isPending && <Thinking question={ask.variables} />}
      {tried.map((trial) => (
        <Reply key={trial.question} trial={trial} />
      ))}
    </div>
  );
}

function Thinking({ question }: { question: string }) {
  return (
    <div className={classes.trial} role="status" aria-label={t`The assistant is thinking`}>
      <p className={classes.question}>{question}</p>
      <div className={classes.answer}>
        <Bone width="92%" height={14} />
        <Bone width="64%" height={14} />
      </div>
    </div>
  );
}

interface SuggestionsProps {
  asked: readonly string[];
  busy: boolean;
  onAsk: (question: string) => void;
}

function Suggestions({ asked, busy, onAsk }: SuggestionsProps) {
  const { data } = useArticles();
  if (!data) return null;
  if (data.data.length === 0) {
    return (
      <Empty title={t`The assistant knows nothing yet`}>
        <p>
          <Trans>
            Whatever you ask now, it would bring in a person. Import some knowledge in the first step, and
            questions to try appear here.
          </Trans>
        </p>
      </Empty>
    );
  }
  const offered = suggestions(data.data, asked);
  if (offered.length === 0) return null;
  return (
    <ul className={classes.suggestions} aria-label={t`Questions to try`}>
      {offered.map((question) => (
        <li key={question}>
          <UnstyledButton className={classes.suggestion} disabled={busy} onClick={() => onAsk(question)}>
            {question}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
