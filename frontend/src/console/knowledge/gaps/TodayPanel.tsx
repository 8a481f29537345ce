/** What the assistant would say to the gap's question today: it may know by now. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Preview } from "../../api/guide";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { verdictOf } from "../../welcome/try/trials";
import { articlePath } from "../addresses";
import classes from "./Gaps.module.css";
import { useToday } from "./useGaps";

export function TodayPanel({ gapId }: { gapId: string }) {
  const { data, error } = useToday(gapId);
  if (error) return null;
  return (
    <section className={classes.now} aria-label={t`Asked today`} aria-busy={!data}>
      <h3>
        <Trans>Asked today</Trans>
      </h3>
      {data ? <Said today={data} /> : <Bone width="70%" height={16} />}
    </section>
  );
}

function Said({ today }: { today: Preview }) {
  const { answer, decision } = today;
  if (verdictOf(today) !== "answers" || !answer) {
    return (
      <p>
        {decision?.hand_over
          ? t`A person would still get it.`
          : t`The assistant would still say that it does not know.`}
      </p>
    );
  }
  const sure = number(answer.confidence, { style: "percent" });
  return (
    <>
      <p>
        <Trans>The assistant would answer, {sure} sure:</Trans>
      </p>
      <blockquote>{answer.text}</blockquote>
      {answer.sources.map((source) => (
        <Link key={source.article_id} href={articlePath(source.article_id)} className={classes.small}>
          {source.title}
        </Link>
      ))}
    </>
  );
}
