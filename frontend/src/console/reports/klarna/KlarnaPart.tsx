/** The Klarna check: where automation costs trust by the company's own figures, and what people instead would cost. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { Check } from "../../api/klarna";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import { Measured } from "../figures/Measured";
import { periodInWords } from "../query/period";
import { DraftDialog } from "./DraftDialog";
import classes from "./Klarna.module.css";
import { TopicCard } from "./TopicCard";
import { useCheck } from "./useCheck";
import { DAYS, summaryOf } from "./words";

const USUAL = 90;

export default function KlarnaPart() {
  const [query, setQuery] = useSearchParams();
  const days = DAYS.find((one) => String(one) === query.get("days")) ?? USUAL;
  const { data, error, refetch, isPlaceholderData } = useCheck(days);
  return (
    <Section
      title={t`Where does automation cost trust?`}
      says={t`Each topic that the assistant has alone, held against people’s work on it. Said only where the figures are enough to say it.`}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t`Days`}
          value={String(days)}
          data={DAYS.map((one) => ({
            value: String(one),
            label: plural(one, { one: "# day", other: "# days" }),
          }))}
          onChange={(value) => setQuery({ days: value }, { replace: true })}
        />
      }
    >
      {error && !data && (
        <Failure problem={error} what={t`The check could not be made.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Waiting />}
      {data && <Found check={data} dimmed={isPlaceholderData} />}
    </Section>
  );
}

function Found({ check, dimmed }: { check: Check; dimmed: boolean }) {
  const [drafting, setDrafting] = useState<string | null>(null);
  if (check.data.length === 0) {
    return (
      <Empty title={t`Nothing to check yet`}>
        <p>
          <Trans>
            The check needs conversations that ended at least a week ago, so that it is known whether the
            customer came again. Once there are some with topics, each topic gets its verdict here.
          </Trans>
        </p>
      </Empty>
    );
  }
  const period = periodInWords(check.period, check.period.to);
  const hours = number(check.seat_hours);
  return (
    <div className={classes.whole} data-dimmed={dimmed || undefined}>
      <p className={classes.summary}>
        <b>{summaryOf(check.counts)}</b>
        <span>
          {t`${period}, all of which ended at least a week ago.`} <Measured figures={check} />
        </span>
      </p>
      <ol className={classes.list}>
        {check.data.map((topic) => (
          <TopicCard key={topic.topic} topic={topic} check={check} onDraft={() => setDrafting(topic.topic)} />
        ))}
      </ol>
      <details className={classes.how}>
        <summary>
          <Trans>How this is worked out</Trans>
        </summary>
        <p>
          <Trans>
            “Alone” are conversations in which nobody but the assistant spoke and that were never handed over.
            They are held against those of the same topic in which a person spoke, or against all other topics
            where people had fewer than 20.
          </Trans>
        </p>
        <p>
          <Trans>
            A difference counts as clear only if its interval leaves out zero with room for how many topics
            and measures are looked at together (Bonferroni): where nothing differs, fewer than one check in
            twenty accuses a topic. A topic “works” if it is certainly not more than 10 points worse in repeat
            contact and 12 in resolution quality. People usually get the harder conversations, which makes
            them look worse than they are.
          </Trans>
        </p>
        <p>
          <Trans>
            Hours are the working time that people took for such conversations; a seat is {hours} hours with
            customers a month.
          </Trans>
        </p>
      </details>
      <DraftDialog topic={drafting} onClose={() => setDrafting(null)} />
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes.list} aria-busy="true" role="status" aria-label={t`Loading`}>
      <Bone width="100%" height={160} />
      <Bone width="100%" height={72} />
      <Bone width="100%" height={72} />
    </div>
  );
}
