/** The topics: what customers want, by examples; how the assistant acts in each; and a line to try them with. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Topic } from "../../api/topics";
import { PlusIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { TopicDialog } from "./TopicDialog";
import { TopicRow } from "./TopicRow";
import classes from "./Topics.module.css";
import { TryLine } from "./TryLine";
import { useTopics } from "./useTopics";

const ROWS = ["40%", "52%", "46%"];

export function TopicsPart() {
  const { data, error, refetch } = useTopics();
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The topics could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return (
      <div aria-busy="true" className={classes.bones}>
        {ROWS.map((width) => (
          <Bone key={width} width={width} height={20} />
        ))}
      </div>
    );
  }
  return (
    <div className={classes.part}>
      {data.data.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <TryLine />
          <List topics={data.data} />
        </>
      )}
    </div>
  );
}

function List({ topics }: { topics: Topic[] }) {
  const mayWrite = useMay("knowledge.write");
  return (
    <ul className={classes.list} aria-label={t`Topics`}>
      {topics.map((topic) => (
        <TopicRow key={topic.id} topic={topic} mayWrite={mayWrite} />
      ))}
    </ul>
  );
}

function Nothing() {
  return (
    <Empty title={t`No topics yet`}>
      <p>
        <Trans>
          A topic is something that customers want, told by a few examples. In a topic the assistant can act
          otherwise than elsewhere: wait for your approval about refunds, say, and answer all else by itself.
        </Trans>
      </p>
      <AddTopic />
    </Empty>
  );
}

export function AddTopic() {
  const mayWrite = useMay("knowledge.write");
  const [open, setOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button leftSection={<PlusIcon size={14} />} onClick={() => setOpen(true)}>
        <Trans>Add a topic</Trans>
      </Button>
      <TopicDialog topic={null} opened={open} onClose={() => setOpen(false)} />
    </>
  );
}
