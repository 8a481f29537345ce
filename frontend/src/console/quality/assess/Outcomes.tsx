/** What a reviewer sets going: a proposal for the knowledge, a label, a miss, a note to the agent. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Message } from "../../../shared/wire";
import {
  type Assessment,
  addOutcome,
  type Outcome,
  type OutcomeFields,
  type OutcomeKind,
  takeBackOutcome,
} from "../../api/assessments";
import { CHOICES } from "../../inbox/labelling/words";
import { TRIGGERS, VERDICTS } from "../../rules/quality/words";
import { FormProblem } from "../../ui/FormProblem";
import { tellFailure } from "../../ui/notices";
import { useChange } from "../useAssessments";
import { OUTCOMES, PROPOSED } from "../words";
import classes from "./Assess.module.css";
import type { Picking } from "./Sheet";

interface OutcomesProps {
  one: Assessment;
  onPicking: (picking: Picking | null) => void;
}

export function Outcomes({ one, onPicking }: OutcomesProps) {
  const [kind, setKind] = useState<OutcomeKind | null>(null);
  const [at, setAt] = useState<Message | null>(null);
  const takeBack = useChange(one.id, (id: string) => takeBackOutcome(one.id, id));
  const begin = (next: OutcomeKind, of?: Message["author"]["kind"]) => {
    setKind(next);
    setAt(null);
    const pick = (message: Message) => {
      setAt(message);
      onPicking(null);
    };
    onPicking(of ? { of, pick } : null);
  };
  const firstName = one.agent?.name.split(" ")[0] ?? "";
  const close = () => {
    setKind(null);
    onPicking(null);
  };
  return (
    <section className={classes.part} aria-label={t`What comes of it`}>
      <h3>
        <Trans>What comes of it</Trans>
      </h3>
      {one.outcomes.length > 0 && (
        <ul className={classes.outcomes}>
          {one.outcomes.map((outcome) => (
            <li key={outcome.id}>
              <span>{inWords(outcome)}</span>
              {one.may.add && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => takeBack.mutate(outcome.id, { onError: tellFailure })}
                >
                  <Trans>Take back</Trans>
                </Button>
              )}
              {outcome.text && <small>{outcome.text}</small>}
            </li>
          ))}
        </ul>
      )}
      {one.may.add && kind === null && (
        <div className={classes.foot}>
          {one.part !== "agent" && (
            <Button variant="default" size="xs" onClick={() => begin("correction", "assistant")}>
              <Trans>Correct an answer</Trans>
            </Button>
          )}
          {one.handover ? (
            <Button variant="default" size="xs" onClick={() => begin("label")}>
              <Trans>Label the handover</Trans>
            </Button>
          ) : (
            <Button variant="default" size="xs" onClick={() => begin("missed", "customer")}>
              <Trans>A person was needed</Trans>
            </Button>
          )}
          {one.agent && (
            <Button variant="default" size="xs" onClick={() => begin("coaching")}>
              <Trans>Note to {firstName}</Trans>
            </Button>
          )}
        </div>
      )}
      {kind && <Form key={`${kind} ${at?.seq}`} one={one} kind={kind} at={at} onClose={close} />}
    </section>
  );
}

function inWords({ kind, verdict, trigger, proposal }: Outcome): ReactNode {
  if (kind === "correction" && proposal) {
    return (
      <Link href="/console/knowledge/proposals">
        {OUTCOMES[kind]} ({PROPOSED[proposal.state]})
      </Link>
    );
  }
  return [OUTCOMES[kind], verdict && VERDICTS[verdict], trigger?.label].filter(Boolean).join(": ");
}

interface FormProps {
  one: Assessment;
  kind: OutcomeKind;
  at: Message | null;
  onClose: () => void;
}

function Form({ one, kind, at, onClose }: FormProps) {
  const [text, setText] = useState(kind === "correction" ? (at?.text ?? "") : "");
  const [trigger, setTrigger] = useState("");
  const add = useChange(one.id, (fields: OutcomeFields) => addOutcome(one.id, fields));
  const send = (more: Partial<OutcomeFields> = {}) =>
    add.mutate({ kind, at_seq: at?.seq ?? null, text: text.trim(), ...more }, { onSuccess: onClose });
  const agent = one.agent?.name ?? t`the agent`;
  const picks = kind === "correction" || kind === "missed";
  const cancel = (
    <Button variant="default" size="xs" onClick={onClose}>
      <Trans>Cancel</Trans>
    </Button>
  );
  if (picks && !at) {
    return (
      <>
        <p role="status">
          {kind === "correction"
            ? t`Press the assistant’s answer that was wrong.`
            : t`Press the customer’s message at which a person was needed.`}
        </p>
        <div className={classes.foot}>{cancel}</div>
      </>
    );
  }
  if (kind === "label") {
    return (
      <>
        <p>{one.handover?.reason}</p>
        <FormProblem problem={add.error} />
        <div className={classes.foot}>
          {CHOICES.map(([, verdict, label]) => (
            <Button key={verdict} variant="default" size="xs" onClick={() => send({ verdict })}>
              {label}
            </Button>
          ))}
          {cancel}
        </div>
      </>
    );
  }
  return (
    <>
      {at && <p className={classes.said}>{at.text}</p>}
      {kind === "missed" ? (
        <NativeSelect
          label={t`For what`}
          value={trigger}
          onChange={(event) => setTrigger(event.currentTarget.value)}
          data={[
            { value: "", label: t`Choose a reason` },
            ...TRIGGERS.map(([value, label]) => ({ value, label })),
          ]}
        />
      ) : (
        <Textarea
          label={kind === "correction" ? t`What it should have said` : t`To ${agent}`}
          description={
            kind === "correction" ? t`Waits among the proposals until somebody publishes it.` : undefined
          }
          autosize
          minRows={3}
          maxLength={4000}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <FormProblem problem={add.error} />
      <div className={classes.foot}>
        <Button
          size="xs"
          loading={add.isPending}
          disabled={kind === "missed" ? !trigger : !text.trim() || text.trim() === at?.text}
          onClick={() => send(kind === "missed" ? { trigger, text: "" } : {})}
        >
          {kind === "correction" ? t`Propose` : kind === "missed" ? t`Say so` : t`Send`}
        </Button>
        {cancel}
      </div>
    </>
  );
}
