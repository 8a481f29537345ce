/** What the assistant would do with one question: its answer with sources, or a person and why. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Source } from "../../../shared/wire";
import type { Preview } from "../../api/guide";
import { articlePath } from "../../knowledge/addresses";
import { BatonIcon, SourceIcon } from "../../shell/icons";
import { number } from "../../shell/locale";
import classes from "./Try.module.css";
import { type Trial, type Verdict, verdictOf } from "./trials";

type Suggested = NonNullable<Preview["answer"]>;

const SAYS: Record<Verdict, string> = {
  answers: t`The assistant answers`,
  "hands over": t`A person would take over`,
  unsure: t`The assistant is not sure, says so, and offers a person`,
};

/** What the server calls an article that is tried before it is there. */
const NOT_SAVED_YET = "art_new";

export function Reply({ trial }: { trial: Trial }) {
  const { question, preview, note } = trial;
  const verdict = verdictOf(preview);
  const { answer, decision } = preview;
  const sure = answer && number(answer.confidence, { style: "percent" });
  return (
    <article className={classes.trial} data-verdict={verdict} aria-label={question}>
      <p className={classes.question}>{question}</p>
      <div className={classes.answer}>
        <p className={classes.verdict}>
          {verdict === "hands over" && <BatonIcon size={14} />}
          {SAYS[verdict]}
          {answer && verdict === "answers" && (
            <span className={classes.confidence}>
              <Trans>{sure} sure</Trans>
            </span>
          )}
        </p>
        {note && <p className={classes.note}>{note}</p>}
        {verdict === "hands over" && decision?.reason && <p className={classes.reason}>{decision.reason}</p>}
        {answer && verdict === "answers" && <Words answer={answer} />}
        {answer && verdict !== "answers" && (
          <details className={classes.suggested}>
            <summary>
              <Trans>What it would suggest to your colleague</Trans>
            </summary>
            <Words answer={answer} />
          </details>
        )}
      </div>
    </article>
  );
}

function Words({ answer }: { answer: Suggested }) {
  return (
    <>
      <p className={classes.text}>{answer.text}</p>
      <Sources sources={answer.sources} />
    </>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return sources.map(({ article_id, title, passage }) => (
    <details key={article_id} className={classes.source}>
      <summary>
        <SourceIcon size={14} />
        {title}
      </summary>
      <blockquote>{passage}</blockquote>
      {article_id && article_id !== NOT_SAVED_YET && (
        <Link href={articlePath(article_id)}>
          <Trans>Open the article</Trans>
        </Link>
      )}
    </details>
  ));
}
