/** What the agent says to an assessment of their work, and what a reviewer decides about it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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

const DECIDED = { kept: t`It stays as it was`, changed: t`It was put right` } as const;

export function Replies({ one, changing, busy, problem, onChange, onDecide }: RepliesProps) {
  const [words, setWords] = useState("");
  if (!one.reply && !one.may.reply) return null;
  const agent = one.agent?.name ?? t`The agent`;
  const by = one.decision?.by?.name;
  const decided = one.dispute === "kept" || one.dispute === "changed" ? DECIDED[one.dispute] : null;
  return (
    <section className={classes.part} aria-label={t`What the agent says`}>
      {one.reply && (
        <>
          <h3>{one.dispute ? t`${agent} does not agree` : t`${agent} answers`}</h3>
          <p className={classes.said}>{one.reply.text}</p>
        </>
      )}
      {one.decision && decided && (
        <>
          <h3>{by ? t`${decided}, says ${by}` : decided}</h3>
          <p className={classes.said}>{one.decision.text}</p>
        </>
      )}
      {one.may.decide && (
        <>
          <Textarea
            label={t`Your decision, in words`}
            autosize
            minRows={2}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FormProblem problem={problem} />
          <div className={classes.foot}>
            <Button loading={busy} disabled={!words.trim()} onClick={() => onDecide(words.trim())}>
              {changing ? t`Put it right` : t`It stays`}
            </Button>
            <Button variant="default" onClick={onChange}>
              {changing ? t`Leave the answers as they were` : t`Change the answers`}
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
        label={one.reply ? t`Say it in other words` : t`What you say to it`}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label={t`I do not agree: somebody should look at it again`}
        checked={disputes}
        onChange={(event) => setDisputes(event.currentTarget.checked)}
      />
      <FormProblem problem={send.error} />
      <div className={classes.foot}>
        <Button
          size="xs"
          disabled={!text.trim()}
          loading={send.isPending}
          onClick={() => send.mutate(undefined, { onSuccess: () => tell(t`It is said.`) })}
        >
          <Trans>Send</Trans>
        </Button>
      </div>
    </>
  );
}
