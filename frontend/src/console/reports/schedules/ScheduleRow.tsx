/** One scheduled report: when it goes, to whom, what became of it last, and what can be done with it. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useState } from "react";
import { moment } from "../../../shared/time";
import type { Schedule } from "../../api/sending";
import { MoreIcon } from "../../shell/icons";
import { listed } from "../../shell/locale";
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
  const { says } = schedule;
  const covers = COVERS[schedule.covers];
  const file = schedule.format.toUpperCase();
  const next = schedule.next_at && moment(schedule.next_at);
  return (
    <li className={classes.row} data-paused={paused || undefined}>
      <div className={classes.what}>
        <strong>{name}</strong>
        <span>{t`Goes ${says}. ${covers}, as ${file}.`}</span>
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
          next && <span>{t`Next ${next}`}</span>
        )}
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          loading={send.isPending}
          disabled={goes}
          aria-label={goes ? undefined : t`Send now: ${name}`}
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
            <Menu.Item onClick={() => pause.mutate(schedule)}>
              {paused ? t({ message: "Go on", context: "after a pause" }) : t`Pause`}
            </Menu.Item>
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
  const names = listed(recipients.map((one) => one.name));
  const barred = listed(without.map((one) => one.name));
  return (
    <span>
      {names ? t`To ${names}` : t`To nobody`}
      {without.length > 0 && (
        <em className={classes.warn}>
          {" "}
          {plural(without.length, {
            one: `${barred} may not read reports and gets none.`,
            other: `${barred} may not read reports and get none.`,
          })}
        </em>
      )}
    </span>
  );
}
