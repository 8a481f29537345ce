/** The draft of an answer, made of what agents replied: put right, checked, and published by one click. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ProposedWords, WholeGap } from "../../api/learning";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { CheckBeforePublishing } from "../bench/CheckBeforePublishing";
import { settledWords, usePublish } from "../proposals/useProposals";
import { WordsForm } from "../proposals/WordsForm";
import classes from "./Gaps.module.css";
import { useDraftGap } from "./useGaps";

export function DraftPanel({ gap }: { gap: WholeGap }) {
  const { proposal } = gap;
  const mayWrite = useMay("knowledge.write");
  const draft = useDraftGap();
  const replied = gap.questions.some(({ reply }) => reply !== null);
  if (proposal?.state === "open") {
    return <Draft proposal={proposal} onAnew={() => draft.mutate(gap.id)} busy={draft.isPending} />;
  }
  if (!mayWrite) return null;
  return (
    <section className={classes.panel} aria-label={t`Answer`}>
      <p>
        {replied
          ? t`Your agents have replied to such questions, but said nothing in it that holds for everybody.`
          : t`Nobody has replied to such a question yet.`}
      </p>
      <Button size="xs" loading={draft.isPending} onClick={() => draft.mutate(gap.id)}>
        <Trans>Write the answer</Trans>
      </Button>
    </section>
  );
}

interface DraftProps {
  proposal: ProposedWords & { id: string };
  busy: boolean;
  onAnew: () => void;
}

function Draft({ proposal, busy, onAnew }: DraftProps) {
  const mayWrite = useMay("knowledge.write");
  const [words, setWords] = useState<ProposedWords>({
    title: proposal.title,
    body: proposal.body,
    questions: proposal.questions,
    language: proposal.language,
  });
  const publish = usePublish();
  const ready = words.title.trim() !== "" && words.body.trim() !== "";
  return (
    <section className={classes.panel} aria-labelledby="gap-draft">
      <div>
        <h3 id="gap-draft">
          <Trans>Draft of an answer</Trans>
        </h3>
        <p className={classes.small}>
          {proposal.body
            ? t`Made from what your agents replied. Read it as a customer would, then publish it.`
            : t`Write what the assistant should say.`}
        </p>
      </div>
      <WordsForm
        words={words}
        problem={publish.error}
        readOnly={!mayWrite}
        onChange={(some) => setWords({ ...words, ...some })}
      />
      <FormProblem problem={publish.error} fields={["title", "body", "questions"]} />
      {mayWrite && (
        <>
          <div className={classes.acts}>
            <Button
              disabled={!ready}
              loading={publish.isPending}
              onClick={() => publish.mutate({ id: proposal.id, words })}
            >
              <Trans>Publish</Trans>
            </Button>
            <Button variant="subtle" color="gray" loading={busy} onClick={onAnew}>
              <Trans>Draft anew from the replies</Trans>
            </Button>
          </div>
          <CheckBeforePublishing disabled={!ready} change={() => ({ fields: settledWords(words) })} />
        </>
      )}
    </section>
  );
}
