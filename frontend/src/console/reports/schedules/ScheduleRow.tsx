/** One scheduled report: when it goes, to whom, what became of it last, and what can be done with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useState } from "react";
import { moment } from "../../../shared/time";
import type { Schedule } from "../../api/sending";
import { MoreIcon } from "../../shell/icons";
import { Ago } from "../../ui/Ago";
import { Confirm } from "../../ui/Confirm";
import classes from "./Schedules.module.css";
import { useActs } from "./useSchedules";
import { COVERS, outcomeOf } from "./words";

interface ScheduleRowProps {
  schedule: Schedule;
  onEdit: () => void;
}

export function ScheduleRow({ schedule, onEdit }: ScheduleRowProps) {
  const [removing, setRemoving] = useState(false);
  const { pause, send, remove } = useActs();
  const { name, paused, last } = schedule;
  const goes = last?.state === "waiting";
  return (
    <li className={classes.row} data-paused={paused || undefined}>
      <div className={classes.what}>
        <strong>{name}</strong>
        <span>
          {`Goes ${schedule.says}. ${COVERS[schedule.covers]}, as ${schedule.format === "pdf" ? "PDF" : "CSV"}.`}
        </span>
        <People schedule={schedule} />
        <span className={classes.last} data-state={last?.state}>
          {last ? (
            <>
              {outcomeOf(last)} {last.ended_at && <Ago at={last.ended_at} past />}
            </>
          ) : (
            t`Not sent yet`
          )}
        </span>
      </div>
      <div className={classes.next}>
        {paused ? (
          <b>
            <Trans>Paused</Trans>
          </b>
        ) : (
          schedule.next_at && (
            <span title={moment(schedule.next_at)}>{t`Next ${moment(schedule.next_at)}`}</span>
          )
        )}
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          loading={send.isPending}
          disabled={goes}
          aria-label={t`Send ${name} now`}
          onClick={() => send.mutate(schedule)}
        >
          {goes ? t`On its way` : t`Send now`}
        </Button>
        <Button size="xs" variant="default" aria-label={t`Edit ${name}`} onClick={onEdit}>
          <Trans>Edit</Trans>
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={t`More about ${name}`}>
              <MoreIcon size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => pause.mutate(schedule)}>{paused ? t`Go on` : t`Pause`}</Menu.Item>
            <Menu.Item onClick={() => setRemoving(true)}>
              <Trans>Remove…</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Confirm
        opened={removing}
        title={t`Remove “${name}”?`}
        does={t`Remove`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate(schedule, { onSuccess: () => setRemoving(false) })}
      >
        <p>
          <Trans>
            It is not sent any more, and the list of its sendings goes with it. What is in people’s mail stays
            there.
          </Trans>
        </p>
      </Confirm>
    </li>
  );
}

function People({ schedule: { recipients } }: { schedule: Schedule }) {
  const without = recipients.filter((one) => !one.may);
  return (
    <span>
      {`To ${recipients.map((one) => one.name).join(", ") || "nobody"}`}
      {without.length > 0 && (
        <em className={classes.warn}>
          {t` ${without.map((one) => one.name).join(", ")} may not read reports and gets none.`}
        </em>
      )}
    </span>
  );
}
