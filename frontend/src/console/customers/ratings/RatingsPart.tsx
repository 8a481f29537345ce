/** What customers said of conversations that are over: the figures, and behind them the list. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Among, Which } from "../../api/surveys";
import { sectionPath } from "../../settings/sections";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Figures } from "./Figures";
import { RatingRow } from "./RatingRow";
import classes from "./Ratings.module.css";
import { useRatingFigures, useRatings } from "./useRatings";
import { SATISFACTION } from "./words";

const DAYS = [
  { value: "30", label: t`30 days` },
  { value: "90", label: t`90 days` },
  { value: "365", label: t`A year` },
];
const LISTS: [Which, string][] = [
  ["answered", t`All answers`],
  ["low_open", t`Low, without a reply`],
  ["low", t({ message: "Low", context: "ratings" })],
  ["satisfied", t`Satisfied`],
  ["commented", t`With words`],
  ["unanswered", t`Not answered`],
];
const NAMES: Partial<Record<Which, string>> = {
  ...Object.fromEntries(LISTS),
  asked: t`All who were asked`,
  refused: t`Asked no more`,
};

interface Chosen {
  which: Which;
  satisfaction: number | null;
}

export default function RatingsPart() {
  const [among, setAmong] = useState<Among>({ days: 90, holder: "" });
  const [chosen, setChosen] = useState<Chosen>({ which: "answered", satisfaction: null });
  const list = useRef<HTMLElement>(null);
  const { data, error, refetch } = useRatingFigures(among);
  const open = (which: Which, satisfaction: number | null = null) => {
    setChosen({ which, satisfaction });
    list.current?.focus();
    list.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <div className={classes.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t`How far back`}
          value={String(among.days)}
          data={DAYS}
          onChange={(days) => setAmong({ ...among, days: Number(days) })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t`Who had the conversation`}
          value={among.holder}
          data={[
            { value: "", label: t({ message: "All", context: "conversations" }) },
            { value: "assistant", label: t`Assistant` },
            { value: "agent", label: t({ message: "People", context: "who had the conversation" }) },
          ]}
          onChange={(holder) => setAmong({ ...among, holder: holder as Among["holder"] })}
        />
      </div>
      {error && !data && (
        <Failure problem={error} what={t`The ratings could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <div role="status" aria-label={t`Loading`} aria-busy="true" className={classes.figures}>
          <Bone width="100%" height={150} />
          <Bone width="100%" height={150} />
          <Bone width="100%" height={150} />
        </div>
      )}
      {data?.asked === 0 && <Nobody filtered={among.holder !== ""} />}
      {data && data.asked > 0 && (
        <>
          <Figures found={data} onOpen={open} />
          <section ref={list} tabIndex={-1} className={classes.list} aria-label={titleOf(chosen)}>
            <h3 className={classes.title}>{titleOf(chosen)}</h3>
            <SegmentedControl
              size="xs"
              className={classes.kinds}
              aria-label={t`Which of them`}
              value={chosen.satisfaction === null ? chosen.which : ""}
              data={LISTS.map(([value, label]) => ({ value, label }))}
              onChange={(which) => setChosen({ which: which as Which, satisfaction: null })}
            />
            <List among={among} chosen={chosen} />
          </section>
        </>
      )}
    </>
  );
}

function titleOf({ which, satisfaction }: Chosen): string {
  const step = satisfaction === null ? undefined : SATISFACTION[satisfaction - 1];
  if (step) return t`Who chose “${step}”`;
  return NAMES[which] ?? t`Answers`;
}

function Nobody({ filtered }: { filtered: boolean }) {
  const mayLook = useMay("settings.read");
  if (filtered)
    return (
      <Empty title={t`Nobody was asked here`}>
        <p>
          <Trans>Choose more days, or whoever had the conversation.</Trans>
        </p>
      </Empty>
    );
  return (
    <Empty title={t`Nobody has been asked yet`}>
      <p>
        <Trans>
          Once a conversation is resolved, the customer's open widget asks how it was, and how easy. Who has
          left can be asked by e-mail. What they say stands here, with the share of those who answer.
        </Trans>
      </p>
      {mayLook && (
        <Button component={Link} href={sectionPath("surveys")} variant="default">
          <Trans>See when customers are asked</Trans>
        </Button>
      )}
    </Empty>
  );
}

function List({ among, chosen }: { among: Among; chosen: Chosen }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRatings({
    ...among,
    ...chosen,
  });
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows)
    return (
      <Failure problem={error} what={t`The answers could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!rows) return <Bone width="100%" height={200} />;
  if (rows.length === 0)
    return (
      <p className={classes.quiet}>
        {chosen.which === "low_open"
          ? t`None: everybody who was not satisfied got a reply.`
          : t`None in these days.`}
      </p>
    );
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((rated) => (
          <RatingRow key={rated.id} rated={rated} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
