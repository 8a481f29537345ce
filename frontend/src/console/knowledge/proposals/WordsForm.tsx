/** The words of a proposal, to be put right before they go into the knowledge. */

import { t } from "@lingui/core/macro";
import { Textarea, TextInput } from "@mantine/core";
import type { ProposedWords } from "../../api/learning";
import { atField } from "../../api/problems";
import { QuestionsField } from "../editor/QuestionsField";
import classes from "./Proposals.module.css";

interface WordsFormProps {
  words: ProposedWords;
  problem: unknown;
  readOnly?: boolean;
  onChange: (some: Partial<ProposedWords>) => void;
}

export function WordsForm({ words, problem, readOnly = false, onChange }: WordsFormProps) {
  return (
    <fieldset className={classes.form} disabled={readOnly}>
      <TextInput
        label={t`Title`}
        maxLength={200}
        value={words.title}
        error={atField(problem, "title")}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t`Answer`}
        placeholder={t`What the assistant should say. It quotes this as it stands.`}
        autosize
        minRows={4}
        maxRows={18}
        maxLength={50_000}
        value={words.body}
        error={atField(problem, "body")}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
      <QuestionsField
        questions={words.questions}
        error={atField(problem, "questions")}
        onChange={(questions) => onChange({ questions })}
      />
    </fieldset>
  );
}
