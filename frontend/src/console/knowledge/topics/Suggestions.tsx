/** What customers really wrote lately that is near to the topic, to be taken as examples. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { explain } from "../../api/problems";
import type { Topic } from "../../api/topics";
import { PlusIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import classes from "./Topics.module.css";
import { useSuggestions } from "./useTopics";

interface SuggestionsProps {
  topic: Topic;
  /** Lines that are examples already. */
  taken: readonly string[];
  onTake: (line: string) => void;
}

export function Suggestions({ topic, taken, onTake }: SuggestionsProps) {
  const { data, error, refetch } = useSuggestions(topic.id);
  const known = new Set(taken.map((line) => line.toLowerCase()));
  const left = data?.data.filter(({ text }) => !known.has(text.toLowerCase()));
  return (
    <section className={classes.suggestions} aria-label={t`Suggestions`}>
      <h3>
        <Trans>From your conversations</Trans>
      </h3>
      {error && (
        <p role="alert">
          {explain(error).message}{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => void refetch()}>
            <Trans>Try again</Trans>
          </Button>
        </p>
      )}
      {!left && !error && <Bone width="70%" height={16} />}
      {left?.length === 0 && (
        <p>
          <Trans>Nothing that customers wrote lately is near to it.</Trans>
        </p>
      )}
      <ul>
        {left?.map(({ text }) => (
          <li key={text}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t`Take “${text}” as an example`}
              leftSection={<PlusIcon size={12} />}
              onClick={() => onTake(text)}
            >
              <Trans>Take</Trans>
            </Button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
