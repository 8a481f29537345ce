/** One answer to a question: its words, other words for it, and the step that it leads to. */

import { t } from "@lingui/core/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";
import type { GuideAnswer, GuideStep, StepKind } from "../../api/guides";
import classes from "./Guide.module.css";
import { addAnswer, leadToNew, moveAnswer, putAnswer, removeAnswer, titleOf } from "./guideForm";

interface AnswerRowProps {
  answer: GuideAnswer;
  place: number;
  of: GuideStep;
  number: number;
  steps: GuideStep[];
  numbers: ReadonlyMap<string, number>;
  onChange: (steps: GuideStep[]) => void;
}

const NEW: Record<string, StepKind> = {
  "new:question": "question",
  "new:solved": "solved",
  "new:person": "person",
};

const answerId = (step: string, place: number): string => `guide-answer-${step}-${place}`;

const focus = (step: string, place: number) =>
  requestAnimationFrame(() => document.getElementById(answerId(step, place))?.focus());

export function AnswerRow({ answer, place, of, number, steps, numbers, onChange }: AnswerRowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowUp" ? -1 : 1;
    if (event.key === "Enter") {
      onChange(addAnswer(steps, of.id, place + 1));
      focus(of.id, place + 1);
    } else if (event.key === "Backspace" && answer.label === "" && of.answers.length > 1) {
      onChange(removeAnswer(steps, of.id, place));
      focus(of.id, Math.max(0, place - 1));
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      onChange(moveAnswer(steps, of.id, place, by));
      focus(of.id, Math.min(of.answers.length - 1, Math.max(0, place + by)));
    } else return;
    event.preventDefault();
  };
  const lead = (to: string) => {
    const kind = NEW[to];
    onChange(kind ? leadToNew(steps, of.id, place, kind) : putAnswer(steps, of.id, place, { to }));
  };
  const others = steps
    .filter((step) => step.id !== of.id)
    .map((step) => ({ value: step.id, label: titleOf(step, numbers.get(step.id) ?? 0) }));
  const answerNumber = place + 1;
  const called = answer.label || t`answer ${answerNumber}`;
  return (
    <div className={classes.answer}>
      <TextInput
        id={answerId(of.id, place)}
        aria-label={t`Answer ${answerNumber} to step ${number}`}
        placeholder={t`Yes`}
        maxLength={80}
        value={answer.label}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(putAnswer(steps, of.id, place, { label: event.currentTarget.value }))}
      />
      <TextInput
        aria-label={t`Other words for ${called}`}
        placeholder={t`Other words, with commas`}
        defaultValue={answer.also.join(", ")}
        onBlur={(event) =>
          onChange(putAnswer(steps, of.id, place, { also: partsOf(event.currentTarget.value) }))
        }
      />
      <NativeSelect
        aria-label={t`Where ${called} leads`}
        value={answer.to}
        data={[
          { value: "", label: t`leads to…` },
          { value: "new:question", label: t`a new question` },
          { value: "new:solved", label: t`a new end: solved` },
          { value: "new:person", label: t`a new end: a person helps` },
          ...others,
        ]}
        onChange={(event) => lead(event.currentTarget.value)}
      />
    </div>
  );
}

const partsOf = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
