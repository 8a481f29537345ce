/** One weekday: open or closed, its stretches, and the way to have other days like it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Switch, TextInput } from "@mantine/core";
import type { Stretch } from "../../api/hours";
import { CloseIcon, CopyIcon, PlusIcon } from "../../shell/icons";
import classes from "./Hours.module.css";
import { asField, dayProblem, fromField, nextStretch, WEEKDAYS, weekdayName } from "./week";

interface DayRowProps {
  weekday: number;
  stretches: Stretch[];
  onChange: (stretches: Stretch[]) => void;
  onCopy: (to: readonly number[]) => void;
}

const WORKDAYS = [0, 1, 2, 3, 4];

export function DayRow({ weekday, stretches, onChange, onCopy }: DayRowProps) {
  const name = weekdayName(weekday);
  const open = stretches.length > 0;
  const problem = dayProblem(stretches);
  const add = () => onChange([...stretches, nextStretch(weekday, stretches)]);
  return (
    <fieldset className={classes.day} aria-label={name}>
      <Switch
        label={name}
        checked={open}
        onChange={(event) => (event.currentTarget.checked ? add() : onChange([]))}
      />
      <div className={classes.stretches}>
        {!open && (
          <span className={classes.closed}>
            <Trans>Closed</Trans>
          </span>
        )}
        {stretches.map((stretch, place) => (
          <StretchFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the day; its times are being typed
            key={place}
            day={name}
            stretch={stretch}
            onChange={(changed) => onChange(stretches.map((each, at) => (at === place ? changed : each)))}
            onRemove={() => onChange(stretches.filter((_, at) => at !== place))}
          />
        ))}
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className={classes.tools}>
        {open && (
          <ActionIcon variant="subtle" color="gray" aria-label={t`Add another time on ${name}`} onClick={add}>
            <PlusIcon />
          </ActionIcon>
        )}
        <CopyMenu name={name} weekday={weekday} onCopy={onCopy} />
      </div>
    </fieldset>
  );
}

interface StretchFieldsProps {
  day: string;
  stretch: Stretch;
  onChange: (stretch: Stretch) => void;
  onRemove: () => void;
}

function StretchFields({ day, stretch, onChange, onRemove }: StretchFieldsProps) {
  const { opens, closes } = stretch;
  return (
    <div className={classes.stretch}>
      <TextInput
        type="time"
        aria-label={t`${day} opens`}
        value={stretch.opens}
        onChange={(event) => onChange({ ...stretch, opens: event.currentTarget.value })}
      />
      <span aria-hidden="true">–</span>
      <TextInput
        type="time"
        aria-label={t`${day} closes`}
        value={asField(stretch.closes)}
        onChange={(event) => onChange({ ...stretch, closes: fromField(event.currentTarget.value) })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Remove ${day} ${opens} to ${closes}`}
        onClick={onRemove}
      >
        <CloseIcon size={14} />
      </ActionIcon>
    </div>
  );
}

type CopyMenuProps = Pick<DayRowProps, "weekday" | "onCopy"> & { name: string };

function CopyMenu({ name, weekday, onCopy }: CopyMenuProps) {
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Copy ${name} to other days`}>
          <CopyIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Copy {name} to</Trans>
        </Menu.Label>
        <Menu.Item onClick={() => onCopy(WORKDAYS)}>
          <Trans>Monday to Friday</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => onCopy(WEEKDAYS)}>
          <Trans>Every day</Trans>
        </Menu.Item>
        <Menu.Divider />
        {WEEKDAYS.filter((other) => other !== weekday).map((other) => (
          <Menu.Item key={other} onClick={() => onCopy([other])}>
            {weekdayName(other)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
