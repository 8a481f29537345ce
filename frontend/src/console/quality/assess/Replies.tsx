/** What the agent says to an assessment of their work, and what a reviewer decides about it. */

import { Button, Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { type Assessment, replyTo } from "../../api/assessments";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { useChange } from "../useAssessments";
import classes from "./Assess.module.css";

interface RepliesProps {
  one: Assessment;
  /** Other answers are being given above. */
  changing: boolean;
  busy: boolean;
  problem: unknown;
  onChange: () => void;
  onDecide: (text: string) => void;
}

const DECIDED = { kept: "It stays as it was", changed: "It was put right" } as const;

export function Replies({ one, changing, busy, problem, onChange, onDecide }: RepliesProps) {
  const [words, setWords] = useState("");
  if (!one.reply && !one.may.reply) return null;
  return (
    <section className={classes.part} aria-label="What the agent says">
      {one.reply && (
        <>
          <h3>
            {one.dispute
              ? `${one.agent?.name ?? "The agent"} does not agree`
              : `${one.agent?.name ?? "The agent"} answers`}
          </h3>
          <p className={classes.said}>{one.reply.text}</p>
        </>
      )}
      {one.decision && (one.dispute === "kept" || one.dispute === "changed") && (
        <>
          <h3>
            {DECIDED[one.dispute]}
            {one.decision.by && `, says ${one.decision.by.name}`}
          </h3>
          <p className={classes.said}>{one.decision.text}</p>
        </>
      )}
      {one.may.decide && (
        <>
          <Textarea
            label="Your decision, in words"
            autosize
            minRows={2}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FormProblem problem={problem} />
          <div className={classes.foot}>
            <Button loading={busy} disabled={!words.trim()} onClick={() => onDecide(words.trim())}>
              {changing ? "Put it right" : "It stays"}
            </Button>
            <Button variant="default" onClick={onChange}>
              {changing ? "Leave the answers as they were" : "Change the answers"}
            </Button>
          </div>
        </>
      )}
      {one.may.reply && <Answering one={one} />}
    </section>
  );
}

function Answering({ one }: { one: Assessment }) {
  const [text, setText] = useState(one.reply?.text ?? "");
  const [disputes, setDisputes] = useState(one.dispute === "open");
  const send = useChange(one.id, () => replyTo(one.id, text.trim(), disputes));
  return (
    <>
      <Textarea
        label={one.reply ? "Say it in other words" : "What you say to it"}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label="I do not agree: somebody should look at it again"
        checked={disputes}
        onChange={(event) => setDisputes(event.currentTarget.checked)}
      />
      <FormProblem problem={send.error} />
      <div className={classes.foot}>
        <Button
          size="xs"
          disabled={!text.trim()}
          loading={send.isPending}
          onClick={() => send.mutate(undefined, { onSuccess: () => tell("It is said.") })}
        >
          Send
        </Button>
      </div>
    </>
  );
}
