/** What customers really wrote lately that is near to the topic, to be taken as examples. */

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
    <section className={classes.suggestions} aria-label="Suggestions">
      <h3>From your conversations</h3>
      {error && (
        <p role="alert">
          {explain(error).message}{" "}
          <Button variant="subtle" size="compact-xs" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!left && !error && <Bone width="70%" height={16} />}
      {left?.length === 0 && <p>Nothing that customers wrote lately is near to it.</p>}
      <ul>
        {left?.map(({ text }) => (
          <li key={text}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Take “${text}” as an example`}
              leftSection={<PlusIcon size={12} />}
              onClick={() => onTake(text)}
            >
              Take
            </Button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
