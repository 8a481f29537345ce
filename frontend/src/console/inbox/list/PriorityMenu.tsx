/** `p`: how soon a person should look at this conversation. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { setPriority } from "../../api/lists";
import { useMe } from "../../desk/DeskContext";
import { storeRows } from "../../desk/feed";
import type { ConversationRow } from "../../desk/wire";
import { useMay } from "../../shell/useMay";
import { offerUndo, tellFailure } from "../../ui/notices";
import { useInboxKeys } from "../useInboxKeys";
import { PRIORITIES } from "./deeds";
import classes from "./PriorityMenu.module.css";

type Priority = ConversationRow["priority"];

export function PriorityMenu({ row }: { row: ConversationRow }) {
  const [opened, setOpened] = useState(false);
  const client = useQueryClient();
  const me = useMe();
  const may = useMay("conversations.write") && row.status !== "resolved";
  const change = useMutation({
    mutationFn: (priority: Priority) => setPriority(row.id, row.control.epoch, priority),
    onSuccess: (stored) => storeRows(client, [stored], me),
    onError: tellFailure,
  });
  useInboxKeys(may ? { priority: () => setOpened(true) } : {});
  if (!may) return null;
  const choose = (priority: Priority) => {
    const before = row.priority;
    if (priority === before) return;
    change.mutate(priority, {
      onSuccess: () =>
        offerUndo({
          id: `priority-${row.id}`,
          says: t`Priority: ${{ name: PRIORITIES[priority] }}`,
          undo: () => change.mutate(before),
        }),
    });
  };
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={160} returnFocus>
      <Menu.Target>
        <UnstyledButton
          className={classes.priority}
          data-priority={row.priority}
          aria-label={t`Priority: ${{ name: PRIORITIES[row.priority] }}`}
          aria-keyshortcuts="p"
          title={t`Priority (p)`}
        >
          {PRIORITIES[row.priority]}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>Priority</Trans>
        </Menu.Label>
        {(["urgent", "high", "normal"] as const).map((priority) => (
          <Menu.Item
            key={priority}
            onClick={() => choose(priority)}
            fw={priority === row.priority ? 600 : 400}
          >
            {PRIORITIES[priority]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
