/** One topic: the verdict, why, the measures side by side, and what moving it to people would come to. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { Check, CheckedTopic, Move } from "../../api/klarna";
import { number } from "../../shell/locale";
import { useMay } from "../../shell/useMay";
import { valueInWords } from "../figures/words";
import classes from "./Klarna.module.css";
import { Measures } from "./Measures";
import { costInWords, rangedInWords, TONES } from "./words";

interface TopicCardProps {
  topic: CheckedTopic;
  check: Check;
  onDraft: () => void;
}

export function TopicCard({ topic, check, onDraft }: TopicCardProps) {
  const grave = topic.verdict === "costs_trust" || topic.verdict === "watch";
  const [open, setOpen] = useState(grave);
  const id = useId();
  return (
    <li className={classes.card} data-tone={TONES[topic.verdict]}>
      <div className={classes.head}>
        <h3>{topic.topic}</h3>
        <span className={classes.verdict}>{topic.headline}</span>
        {topic.could && (
          <span className={classes.could}>
            <Trans>The assistant could</Trans>
          </span>
        )}
        <span className={classes.grow} />
        <Share topic={topic} />
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? t`Less` : t`More`}
        </Button>
      </div>
      <div id={id} hidden={!open} className={classes.body}>
        <ul className={classes.says}>
          {topic.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {topic.could && <li>{topic.could.says}</li>}
        </ul>
        {topic.alone > 0 && <Measures topic={topic} period={check.period} />}
        {topic.move && topic.verdict !== "people" && (
          <MoveWords topic={topic} move={topic.move} check={check} onDraft={onDraft} />
        )}
      </div>
    </li>
  );
}

/** How much of the topic the assistant has alone, as a bar in its colour. */
function Share({ topic: { share, alone, people } }: { topic: CheckedTopic }) {
  const words = valueInWords(share.value, { unit: "share" });
  return (
    <span className={classes.share} title={t`${alone} alone, ${people} with people`}>
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${100 * share.value}%` }} />
      </span>
      {t`${words} alone`}
    </span>
  );
}

interface MoveWordsProps extends TopicCardProps {
  move: Move;
}

function MoveWords({ topic, move, check, onDraft }: MoveWordsProps) {
  const may = useMay("rules.write");
  const { topic: name } = topic;
  const conversations = number(Math.round(move.conversations));
  const hours = rangedInWords(move.hours);
  const share = rangedInWords(move.seats);
  const seats = move.seats.value < 0.1 ? t`less than a tenth of a seat` : t`${share} seats`;
  const price = move.cost && costInWords(move.cost, check.currency);
  const spared = move.repeats_spared ? rangedInWords(move.repeats_spared) : null;
  return (
    <div className={classes.move}>
      <p>
        {price ? (
          <Trans>
            <b>Giving it to people</b> would be about {conversations} conversations and {hours} hours a month,{" "}
            {seats}, about {price}.
          </Trans>
        ) : (
          <Trans>
            <b>Giving it to people</b> would be about {conversations} conversations and {hours} hours a month,{" "}
            {seats}.
          </Trans>
        )}
        {spared && <> {t`It might spare ${spared} repeat contacts a month.`}</>}
        {price === null && <> {t`Set the price of an hour under Volume to see what that costs.`}</>}
      </p>
      {may && (
        <Button
          size="xs"
          variant={topic.verdict === "costs_trust" ? "filled" : "default"}
          onClick={onDraft}
          aria-label={t`Draft a rule that gives ${name} to people`}
        >
          <Trans>Draft the rule</Trans>
        </Button>
      )}
    </div>
  );
}
