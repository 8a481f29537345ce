/** One question of a scorecard: its words, how it is answered, how much it weighs. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import type { Choice, Question, QuestionKind } from "../../api/assessments";
import { number } from "../../shell/locale";
import classes from "../Quality.module.css";
import { NEW_CHOICES, withChange, without } from "./editing";

interface QuestionFieldsProps {
  question: Question;
  /** Of the whole, in percent. */
  share: number;
  onChange: (change: Partial<Question>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: (() => void) | null;
}

const KINDS: { value: QuestionKind; label: string }[] = [
  { value: "yes_no", label: t`Yes or no` },
  { value: "scale", label: t`A scale` },
  { value: "choice", label: t`A choice` },
];
const STEPS = [3, 4, 5, 7];
const WORTHS = ["1", "0.75", "0.5", "0.25", "0", ""];

export function QuestionFields({ question, share, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const { kind, choices } = question;
  const part = number(share / 100, { style: "percent" });
  return (
    <div className={classes.question}>
      <TextInput
        aria-label={t`Question`}
        placeholder={t`What should a reviewer say yes or no to?`}
        maxLength={200}
        value={question.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        aria-label={t`Help for reviewers`}
        placeholder={t`What counts, in a sentence, so that two people answer alike`}
        maxLength={400}
        value={question.help}
        onChange={(event) => onChange({ help: event.currentTarget.value })}
      />
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          aria-label={t`How it is answered`}
          value={kind}
          data={KINDS}
          onChange={(event) => {
            const next = event.currentTarget.value as QuestionKind;
            onChange({
              kind: next,
              choices: next === "choice" && choices.length === 0 ? NEW_CHOICES : choices,
            });
          }}
        />
        {kind === "yes_no" && (
          <NativeSelect
            size="xs"
            aria-label={t`Which answer is good`}
            value={question.good}
            data={[
              { value: "yes", label: t`Yes is good` },
              { value: "no", label: t`No is good` },
            ]}
            onChange={(event) => onChange({ good: event.currentTarget.value === "no" ? "no" : "yes" })}
          />
        )}
        {kind === "scale" && (
          <NativeSelect
            size="xs"
            aria-label={t`Steps`}
            value={String(question.steps)}
            data={STEPS.map((steps) => ({ value: String(steps), label: t`1 to ${steps}` }))}
            onChange={(event) => onChange({ steps: Number(event.currentTarget.value) as Question["steps"] })}
          />
        )}
        <NumberInput
          size="xs"
          w={110}
          aria-label={t`Weight`}
          prefix={`${t`Weight`} `}
          min={1}
          max={10}
          allowDecimal={false}
          value={question.weight}
          onChange={(value) => onChange({ weight: Math.min(10, Math.max(1, Number(value) || 1)) })}
        />
        <span className={classes.none}>
          <Trans>{part} of the whole</Trans>
        </span>
      </div>
      {kind === "choice" && <Choices choices={choices} onChange={(next) => onChange({ choices: next })} />}
      <div className={classes.line}>
        <Checkbox
          size="xs"
          label={t`Critical: the worst answer fails the whole`}
          checked={question.critical}
          onChange={(event) => onChange({ critical: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t`May not apply`}
          checked={question.may_not_apply}
          onChange={(event) => onChange({ may_not_apply: event.currentTarget.checked })}
        />
        <span className={classes.moves}>
          <Button variant="subtle" size="compact-sm" onClick={() => onMove(-1)}>
            <Trans>Up</Trans>
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onMove(1)}>
            <Trans>Down</Trans>
          </Button>
          {onRemove && (
            <Button variant="subtle" size="compact-sm" onClick={onRemove}>
              <Trans>Remove</Trans>
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

const choiceNumber = (number: number): string => t`Choice ${number}`;
const worthOf = (number: number): string => t`Worth of choice ${number}`;

function worthInWords(worth: string): string {
  if (worth === "") return t`Does not count`;
  const part = number(Number(worth), { style: "percent" });
  return t`Worth ${part}`;
}

function Choices({
  choices,
  onChange,
}: {
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
}) {
  return (
    <>
      {choices.map((choice, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new choice has no id yet
        <div key={place} className={classes.line}>
          <TextInput
            size="xs"
            className={classes.grow}
            aria-label={choiceNumber(place + 1)}
            maxLength={80}
            value={choice.label}
            onChange={(event) => onChange(withChange(choices, place, { label: event.currentTarget.value }))}
          />
          <NativeSelect
            size="xs"
            aria-label={worthOf(place + 1)}
            value={choice.worth === null ? "" : String(choice.worth)}
            data={WORTHS.map((worth) => ({
              value: worth,
              label: worthInWords(worth),
            }))}
            onChange={(event) => {
              const worth = event.currentTarget.value;
              onChange(withChange(choices, place, { worth: worth === "" ? null : Number(worth) }));
            }}
          />
          {choices.length > 2 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(without(choices, place))}>
              <Trans>Remove</Trans>
            </Button>
          )}
        </div>
      ))}
      {choices.length < 8 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange([...choices, { id: "", label: "", worth: 1 }])}
          >
            <Trans>Add a choice</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
