/** Reports that go out by mail at their times: what goes to whom and when, and what became of each sending. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Schedule } from "../../api/sending";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import { RunList } from "./RunList";
import { ScheduleDialog } from "./ScheduleDialog";
import { ScheduleRow } from "./ScheduleRow";
import classes from "./Schedules.module.css";
import { useSchedules } from "./useSchedules";

/** The one that is edited; "new" for one that is not there yet. */
type Edited = Schedule | "new" | null;

export default function SchedulesPart() {
  const { data, error, refetch } = useSchedules();
  const [edited, setEdited] = useState<Edited>(null);
  const rows = data?.data ?? [];
  return (
    <>
      <Section
        title={t`Scheduled`}
        says={t`A report as PDF or table, mailed to people who may read reports, at a time on the company’s clocks.`}
        actions={
          <Button onClick={() => setEdited("new")}>
            <Trans>Schedule a report</Trans>
          </Button>
        }
      >
        {error && !data && (
          <Failure
            problem={error}
            what={t`The scheduled reports could not be loaded.`}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <Waiting />}
        {data && rows.length === 0 && (
          <Empty title={t`Nothing is scheduled yet`}>
            <p>
              <Trans>
                The trust report of last week in everybody’s mail before the Monday meeting? Choose the
                figures, the day and who gets it. You can send it at once to see how it looks.
              </Trans>
            </p>
          </Empty>
        )}
        {rows.length > 0 && (
          <ul className={classes.list}>
            {rows.map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} onEdit={() => setEdited(schedule)} />
            ))}
          </ul>
        )}
      </Section>
      {rows.length > 0 && <RunList seen={rows.map(({ last }) => `${last?.id} ${last?.state}`).join()} />}
      <ScheduleDialog
        key={typeof edited === "string" ? edited : edited?.id}
        edited={edited}
        onClose={() => setEdited(null)}
      />
    </>
  );
}

function Waiting() {
  return (
    <div className={classes.list} aria-busy="true" role="status" aria-label={t`Loading`}>
      <Bone width="100%" height={76} />
      <Bone width="100%" height={76} />
    </div>
  );
}
