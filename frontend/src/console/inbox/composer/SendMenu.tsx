/** What else sending can do: resolve or snooze afterwards, and for how long it can be taken back. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Act, type ComposerWishes, setUndoSeconds } from "../../api/writing";
import { CheckIcon, ChevronIcon } from "../../shell/icons";
import { choices, timeOf } from "../snooze/times";
import { wishesKey } from "./useHolding";

interface SendMenuProps {
  wishes: ComposerWishes | undefined;
  disabled: boolean;
  onSend: (acts: readonly Act[]) => void;
}

const SECONDS = [0, 3, 5, 10];

export default function SendMenu({ wishes, disabled, onSend }: SendMenuProps) {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: setUndoSeconds,
    onSuccess: (stored) => client.setQueryData<ComposerWishes>(wishesKey, { ...stored, held: [] }),
  });
  const chosen = wishes?.undo_seconds ?? 5;
  const now = new Date();
  return (
    <Menu position="top-end" width={260} returnFocus>
      <Tooltip label={t`More ways to send`}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t`More ways to send`}>
            <ChevronIcon size={14} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Item
          disabled={disabled}
          rightSection={<kbd>{t`Ctrl Enter`}</kbd>}
          onClick={() => onSend([{ do: "resolve" }])}
        >
          <Trans>Send and resolve</Trans>
        </Menu.Item>
        <Menu.Label>
          <Trans>Send and snooze until</Trans>
        </Menu.Label>
        {choices(now).map((choice) => (
          <Menu.Item
            key={choice.name}
            disabled={disabled}
            rightSection={timeOf(choice, now)}
            onClick={() => onSend([{ do: "snooze", until: choice.at.toISOString() }])}
          >
            {choice.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>
          <Trans>Time to undo</Trans>
        </Menu.Label>
        {SECONDS.map((seconds) => (
          <Menu.RadioItem
            key={seconds}
            value={String(seconds)}
            checked={seconds === chosen}
            checkIcon={<CheckIcon size={14} />}
            closeMenuOnClick
            onChange={() => mutate(seconds)}
          >
            {seconds === 0 ? t`Off: send at once` : plural(seconds, { one: "# second", other: "# seconds" })}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
