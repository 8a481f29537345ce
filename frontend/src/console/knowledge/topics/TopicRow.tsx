/** One topic: its name, what it is about, how many examples it has, and how the assistant acts in it. */

import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Topic } from "../../api/topics";
import { MODES } from "../../settings/assistant/modeList";
import { TopicDialog } from "./TopicDialog";
import classes from "./Topics.module.css";
import { standing } from "./topicForm";

export function TopicRow({ topic, mayWrite }: { topic: Topic; mayWrite: boolean }) {
  const [open, setOpen] = useState(false);
  const mode = MODES.find(({ value }) => value === topic.mode);
  return (
    <li className={classes.topic}>
      <div className={classes.head}>
        {mayWrite ? (
          <UnstyledButton className={classes.name} onClick={() => setOpen(true)}>
            {topic.name}
          </UnstyledButton>
        ) : (
          <span className={classes.name}>{topic.name}</span>
        )}
        {mode && <span className={classes.mode}>{mode.name}</span>}
      </div>
      <p className={classes.facts}>
        <span data-short={!topic.ready || undefined}>{standing(topic.examples.length)}</span>
        {topic.description && <span>{topic.description}</span>}
      </p>
      {topic.examples.length > 0 && (
        <p className={classes.example}>{topic.examples.slice(0, 2).join(" · ")}</p>
      )}
      {mayWrite && <TopicDialog topic={topic} opened={open} onClose={() => setOpen(false)} />}
    </li>
  );
}
