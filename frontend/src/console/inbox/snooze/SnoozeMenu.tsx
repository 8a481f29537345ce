/** `s`: when this conversation is to come back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { ClockIcon } from "../../shell/icons";
import classes from "./Snooze.module.css";
import { choices, timeOf } from "./times";

interface SnoozeMenuProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  onSnooze: (until: Date) => void;
  onPick: () => void;
}

export function SnoozeMenu({ opened, onChange, onSnooze, onPick }: SnoozeMenuProps) {
  const now = new Date();
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={240} returnFocus>
      <Tooltip label={t`Snooze (s)`} disabled={opened}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t`Snooze`} aria-keyshortcuts="s">
            <ClockIcon />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Snooze until</Trans>
        </Menu.Label>
        {choices(now).map((choice) => (
          <Menu.Item
            key={choice.name}
            onClick={() => onSnooze(choice.at)}
            rightSection={<span className={classes.at}>{timeOf(choice, now)}</span>}
          >
            {choice.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onPick}>
          <Trans>Pick a date and time…</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
