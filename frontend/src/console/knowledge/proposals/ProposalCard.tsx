/** One proposal: where it comes from, what it would change, and the decision. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { BenchChange, Proposal, ProposedWords } from "../../api/learning";
import { inboxPath } from "../../inbox/address";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { FormProblem } from "../../ui/FormProblem";
import { articlePath, gapPath } from "../addresses";
import { CheckBeforePublishing } from "../bench/CheckBeforePublishing";
import { ChangesView } from "../diff/ChangesView";
import classes from "./Proposals.module.css";
import { settledWords, useDismissProposal, usePublish, useTakeUp } from "./useProposals";
import { WordsForm } from "./WordsForm";

const wordsOf = ({ title, body, questions, language }: ProposedWords): ProposedWords => ({
  title,
  body,
  questions,
  language,
});

export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { article } = proposal;
  return (
    <article className={classes.card} aria-label={proposal.title || t`Without a title`}>
      <header>
        <h2>{proposal.title || t`Without a title`}</h2>
        <p className={classes.origin}>
          <Origin proposal={proposal} />
        </p>
      </header>
      {proposal.message && <Corrected proposal={proposal} />}
      {proposal.state === "open" ? (
        <Deciding proposal={proposal} />
      ) : (
        <footer className={classes.foot}>
          <p className={classes.origin}>
            <Decided proposal={proposal} />
            {proposal.state === "published" && article && !article.removed && (
              <>
                {" · "}
                <Link href={articlePath(article.id)}>
                  <Trans>Open the article</Trans>
                </Link>
              </>
            )}
          </p>
          {proposal.state === "dismissed" && <TakeUp proposal={proposal} />}
        </footer>
      )}
    </article>
  );
}

/** What was decided, by whom and when. */
function Decided({ proposal }: { proposal: Proposal }) {
  const by = proposal.decided_by?.name;
  const when = proposal.decided_at && <Ago at={proposal.decided_at} />;
  if (proposal.state === "published") {
    return by ? (
      <Trans>
        Published by {by}, {when}
      </Trans>
    ) : (
      <Trans>Published, {when}</Trans>
    );
  }
  return by ? (
    <Trans>
      Dismissed by {by}, {when}
    </Trans>
  ) : (
    <Trans>Dismissed, {when}</Trans>
  );
}

function Origin({ proposal }: { proposal: Proposal }) {
  const { message, gap, made_by, made_at, article } = proposal;
  const who = made_by?.name ?? t`An agent`;
  return (
    <>
      {message && (
        <>
          <Trans>
            {who} corrected an answer{" "}
            <Link href={inboxPath("all", message.conversation_id)}>in a conversation</Link>,
          </Trans>{" "}
        </>
      )}
      {gap && (
        <>
          <Trans>
            Drafted from replies to{" "}
            <Link href={gapPath(gap.id)}>
              <Plural value={gap.questions_count} one="# question" other="# questions" />
            </Link>
            ,
          </Trans>{" "}
        </>
      )}
      <Ago at={made_at} />
      {" · "}
      {article && !article.removed ? t`changes an article` : t`a new article`}
    </>
  );
}

function Corrected({ proposal: { message, correction } }: { proposal: Proposal }) {
  return (
    <dl className={classes.corrected}>
      <div>
        <dt>
          <Trans>The assistant said</Trans>
        </dt>
        <dd className={classes.wrong}>{message?.text}</dd>
      </div>
      {correction && (
        <div>
          <dt>
            <Trans>It should have said</Trans>
          </dt>
          <dd>{correction}</dd>
        </div>
      )}
    </dl>
  );
}

function changeOf(proposal: Proposal, words: ProposedWords): BenchChange {
  const target = proposal.article && !proposal.article.removed ? { article_id: proposal.article.id } : {};
  return { ...target, fields: settledWords(words) };
}

function Deciding({ proposal }: { proposal: Proposal }) {
  const mayWrite = useMay("knowledge.write");
  const [editing, setEditing] = useState(false);
  const [words, setWords] = useState(() => wordsOf(proposal));
  const publish = usePublish();
  const dismiss = useDismissProposal();
  const ready = words.title.trim() !== "" && words.body.trim() !== "";
  const { article } = proposal;
  return (
    <>
      {editing ? (
        <WordsForm
          words={words}
          problem={publish.error}
          onChange={(some) => setWords({ ...words, ...some })}
        />
      ) : article && !article.removed ? (
        <ChangesView before={article} after={wordsOf(words)} />
      ) : (
        <NewWords words={words} />
      )}
      <FormProblem problem={publish.error} fields={editing ? ["title", "body", "questions"] : []} />
      {mayWrite && (
        <>
          <footer className={classes.foot}>
            <Button
              size="xs"
              disabled={!ready}
              loading={publish.isPending}
              onClick={() => publish.mutate({ id: proposal.id, words })}
            >
              <Trans>Publish</Trans>
            </Button>
            <Button variant="default" size="xs" aria-expanded={editing} onClick={() => setEditing(!editing)}>
              {editing ? t`See the change` : t`Edit`}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              loading={dismiss.isPending}
              onClick={() => dismiss.mutate(proposal)}
            >
              <Trans>Dismiss</Trans>
            </Button>
          </footer>
          <CheckBeforePublishing disabled={!ready} change={() => changeOf(proposal, words)} />
        </>
      )}
    </>
  );
}

function NewWords({ words }: { words: ProposedWords }) {
  const asked = words.questions.join(" · ");
  return (
    <div className={classes.words}>
      <p>{words.body || t`Nothing is written yet.`}</p>
      {words.questions.length > 0 && (
        <p className={classes.origin}>
          <Trans>Also asked as: {asked}</Trans>
        </p>
      )}
    </div>
  );
}

function TakeUp({ proposal }: { proposal: Proposal }) {
  const mayWrite = useMay("knowledge.write");
  const takeUp = useTakeUp();
  if (!mayWrite) return null;
  return (
    <Button variant="default" size="xs" loading={takeUp.isPending} onClick={() => takeUp.mutate(proposal)}>
      <Trans>Take up again</Trans>
    </Button>
  );
}
