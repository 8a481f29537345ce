/** The steps of a guide as an outline: each answer, and below it what it leads to. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, Textarea } from "@mantine/core";
import type { GuideFault, GuideStep, StepKind } from "../../api/guides";
import { AnswerRow } from "./AnswerRow";
import { stepId } from "./Faults";
import classes from "./Guide.module.css";
import { addAnswer, type Branch, KINDS, outline, put, removeStep, turn } from "./guideForm";

export interface OutlineProps {
  steps: GuideStep[];
  faults: GuideFault[];
  onChange: (steps: GuideStep[]) => void;
}

export function StepsOutline(props: OutlineProps) {
  const { root, loose, numbers } = outline(props.steps);
  return (
    <div className={classes.outline}>
      {root && <StepBox branch={root} numbers={numbers} first {...props} />}
      {loose.length > 0 && (
        <section aria-label={t`Steps that nothing leads to`}>
          <h3>
            <Trans>Nothing leads here</Trans>
          </h3>
          {loose.map((branch) => (
            <StepBox key={branch.step.id} branch={branch} numbers={numbers} {...props} />
          ))}
        </section>
      )}
    </div>
  );
}

interface StepBoxProps extends OutlineProps {
  branch: Branch;
  numbers: ReadonlyMap<string, number>;
  first?: boolean;
}

const PLACEHOLDERS: Record<StepKind, string> = {
  question: t`Does the light come on?`,
  solved: t`Then tighten the screw, and it is done.`,
  person: t`A mechanic should look at it.`,
};

function StepBox({ branch, numbers, first = false, ...props }: StepBoxProps) {
  const { step, number, below } = branch;
  const { steps, faults, onChange } = props;
  const wrong = faults.filter((fault) => fault.step === step.id);
  return (
    <div id={stepId(step.id)} className={classes.step} data-kind={step.kind}>
      <div className={classes.head}>
        <span className={classes.number}>{number}</span>
        <NativeSelect
          size="xs"
          aria-label={t`Kind of step ${number}`}
          data={first ? KINDS.slice(0, 1) : KINDS}
          value={step.kind}
          onChange={(event) => onChange(turn(steps, step.id, event.currentTarget.value as StepKind))}
        />
        {!first && (
          <button
            type="button"
            className={classes.remove}
            onClick={() => onChange(removeStep(steps, step.id))}
            aria-label={t`Remove step ${number}`}
          >
            <Trans>Remove</Trans>
          </button>
        )}
      </div>
      <Textarea
        aria-label={t`Words of step ${number}`}
        placeholder={PLACEHOLDERS[step.kind]}
        maxLength={600}
        autosize
        minRows={1}
        maxRows={6}
        value={step.says}
        onChange={(event) => onChange(put(steps, step.id, { says: event.currentTarget.value }))}
      />
      {wrong.length > 0 && <p className={classes.wrong}>{wrong.map(({ says }) => says).join(" ")}</p>}
      {step.kind === "question" && (
        <ol className={classes.answers}>
          {step.answers.map((answer, place) => {
            const next = below[place];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
              <li key={place}>
                <AnswerRow
                  answer={answer}
                  place={place}
                  of={step}
                  number={number}
                  steps={steps}
                  numbers={numbers}
                  onChange={onChange}
                />
                {next && <StepBox branch={next} numbers={numbers} {...props} />}
              </li>
            );
          })}
        </ol>
      )}
      {step.kind === "question" && (
        <button
          type="button"
          className={classes.add}
          onClick={() => onChange(addAnswer(steps, step.id, step.answers.length))}
        >
          <Trans>Add an answer to step {number}</Trans>
        </button>
      )}
    </div>
  );
}
