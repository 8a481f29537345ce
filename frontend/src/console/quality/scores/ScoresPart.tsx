/** How good the work was, as people judged it: in all, over time, by whom and what, question by question. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Narrow, Scores, ScoresBy, Source } from "../../api/assessments";
import { useMay } from "../../shell/useMay";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { QUEUE } from "../addresses";
import classes from "../Quality.module.css";
import { useCards, useScores } from "../useAssessments";
import { BYS } from "../words";
import { Behind } from "./Behind";
import { ByTable } from "./ByTable";
import { QuestionsTable } from "./QuestionsTable";
import { Whole } from "./Whole";

const DAYS = [30, 90, 365];
const SOURCES: { value: Source; label: string }[] = [
  { value: "all", label: t`All that was assessed` },
  { value: "chance", label: t`Drawn by chance` },
  { value: "lists", label: t`From other lists` },
];
const MEANS: Record<Source, string> = {
  all: t`Whatever was assessed, each counted once. Lists look for trouble, so the whole is better than this.`,
  chance: t`Drawn by chance and weighted by the odds of that: this speaks for all conversations.`,
  lists: t`What lists looked for, or somebody chose: says nothing about the rest.`,
};

export default function ScoresPart() {
  const [days, setDays] = useState(90);
  const [source, setSource] = useState<Source>("all");
  const [by, setBy] = useState<ScoresBy>("agent");
  const [card, setCard] = useState("");
  const [behind, setBehind] = useState<(Narrow & { title: string }) | null>(null);
  const cards = useCards();
  const narrow: Narrow = { days, source, ...(card && { scorecard_id: card }) };
  const { data, error, refetch } = useScores(narrow, by);
  const open = (title: string, more: Partial<Narrow>) => setBehind({ ...narrow, ...more, title });
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t`How far back`}
          value={String(days)}
          data={DAYS.map((value) => ({
            value: String(value),
            label: plural(value, { one: "# day", other: "# days" }),
          }))}
          onChange={(next) => setDays(Number(next))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t`Which assessments`}
          value={source}
          data={SOURCES}
          onChange={(next) => setSource(next as Source)}
        />
        <NativeSelect
          size="xs"
          aria-label={t`Which scorecard`}
          value={card}
          onChange={(event) => setCard(event.currentTarget.value)}
          data={[
            { value: "", label: t`All scorecards` },
            ...(cards.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <p className={classes.means}>{MEANS[source]}</p>
      {error && !data ? (
        <Failure problem={error} what={t`The scores could not be loaded.`} onRetry={() => void refetch()} />
      ) : !data ? (
        <SectionSkeleton fields={4} />
      ) : data.all.of === 0 ? (
        <Beginning source={source} />
      ) : (
        <Measured scores={data} by={by} card={card} narrow={narrow} onBy={setBy} onOpen={open} />
      )}
      <Elsewhere />
      <Behind asked={behind} onClose={() => setBehind(null)} />
    </>
  );
}

interface MeasuredProps {
  scores: Scores;
  by: ScoresBy;
  card: string;
  narrow: Narrow;
  onBy: (by: ScoresBy) => void;
  onOpen: (title: string, more: Partial<Narrow>) => void;
}

function Measured({ scores, by, card, narrow, onBy, onOpen }: MeasuredProps) {
  return (
    <div className={classes.whole}>
      <Whole scores={scores} onOpen={onOpen} />
      <Section
        title={t`By whom and what`}
        says={t`Every number opens the assessments behind it. Few of them make wide intervals: look twice before you compare.`}
        actions={
          <NativeSelect
            size="xs"
            aria-label={t`By`}
            value={by}
            onChange={(event) => onBy(event.currentTarget.value as ScoresBy)}
            data={BYS.map(([value, label]) => ({ value, label }))}
          />
        }
      >
        <ByTable scores={scores} onOpen={onOpen} />
      </Section>
      {card && <QuestionsTable narrow={narrow} />}
    </div>
  );
}

function Beginning({ source }: { source: Source }) {
  return (
    <Empty
      title={source === "all" ? t`Nothing was assessed in this time` : t`Nothing of this kind was assessed`}
    >
      <p>
        {source === "chance"
          ? t`Only a list that draws any conversation by chance tells how good the work is on the whole. Make one under Lists.`
          : t`Read a conversation and fill in the scorecard: from the first one on the scores stand here, by agent, team, topic and version.`}
      </p>
      <p>
        <Link href={QUEUE}>
          <Trans>See what waits</Trans>
        </Link>
      </p>
    </Empty>
  );
}

/** What Baton measures of quality elsewhere. */
function Elsewhere() {
  const rules = useMay("rules.read");
  if (!rules) return null;
  return (
    <p className={classes.elsewhere}>
      <Trans>
        Were handovers right, and was somebody missed?{" "}
        <Link href="/console/rules/quality">The quality of the rules</Link> says it, from labels and from{" "}
        <Link href="/console/rules/quality/review">reviews of what the assistant had alone</Link>.
      </Trans>
    </p>
  );
}
