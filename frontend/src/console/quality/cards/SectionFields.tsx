/** One section of a scorecard with its questions. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import type { CardSection } from "../../api/assessments";
import classes from "../Quality.module.css";
import { NEW_QUESTION, shareOf, shifted, withChange, without } from "./editing";
import { QuestionFields } from "./QuestionFields";

interface SectionFieldsProps {
  section: CardSection;
  /** With its siblings, among which a question has its share. */
  all: readonly CardSection[];
  onChange: (change: Partial<CardSection>) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
}

export function SectionFields({ section, all, onChange, onRemove }: SectionFieldsProps) {
  const { questions } = section;
  return (
    <fieldset className={classes.section}>
      <legend className="sr">{section.title || t`Section`}</legend>
      <div className={classes.line}>
        <TextInput
          className={classes.grow}
          aria-label={t`Title of the section`}
          placeholder={t`Title of the section`}
          maxLength={80}
          value={section.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        {onRemove && (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            <Trans>Remove section</Trans>
          </Button>
        )}
      </div>
      {questions.map((question, place) => (
        <QuestionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a new question has no id yet
          key={`${question.id} ${place}`}
          question={question}
          share={shareOf(all, question)}
          onChange={(change) => onChange({ questions: withChange(questions, place, change) })}
          onMove={(by) => onChange({ questions: shifted(questions, place, by) })}
          onRemove={questions.length > 1 ? () => onChange({ questions: without(questions, place) }) : null}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange({ questions: [...questions, NEW_QUESTION] })}
        >
          <Trans>Add a question</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
