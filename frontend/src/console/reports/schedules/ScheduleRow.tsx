/** One scheduled report: when it goes, to whom, what became of it last, and what can be done with it. */

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
            "Not sent yet"
          )}
        </span>
      </div>
      <div className={classes.next}>
        {paused ? (
          <b>Paused</b>
        ) : (
          schedule.next_at && (
            <span title={moment(schedule.next_at)}>{`Next ${moment(schedule.next_at)}`}</span>
          )
        )}
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          loading={send.isPending}
          disabled={goes}
          aria-label={`Send ${name} now`}
          onClick={() => send.mutate(schedule)}
        >
          {goes ? "On its way" : "Send now"}
        </Button>
        <Button size="xs" variant="default" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={`More about ${name}`}>
              <MoreIcon size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => pause.mutate(schedule)}>{paused ? "Go on" : "Pause"}</Menu.Item>
            <Menu.Item onClick={() => setRemoving(true)}>Remove…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Confirm
        opened={removing}
        title={`Remove “${name}”?`}
        does="Remove"
        busy={remove.isPending}
        problem={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate(schedule, { onSuccess: () => setRemoving(false) })}
      >
        <p>
          It is not sent any more, and the list of its sendings goes with it. What is in people’s mail stays
          there.
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
          {` ${without.map((one) => one.name).join(", ")} may not read reports and gets none.`}
        </em>
      )}
    </span>
  );
}
