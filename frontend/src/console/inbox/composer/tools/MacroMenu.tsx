/** Macros: pick one, see what it will do here, do it, and take it back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Menu, Modal, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { explain } from "../../../api/problems";
import { type Act, listMacros, type Macro, previewMacro, runMacro, undoRun } from "../../../api/writing";
import { useDesk } from "../../../desk/DeskContext";
import { storeRows } from "../../../desk/feed";
import { keys } from "../../../desk/keys";
import type { ConversationRow } from "../../../desk/wire";
import { Failure } from "../../../ui/Failure";
import { FormProblem } from "../../../ui/FormProblem";
import { offerUndo } from "../../../ui/notices";
import { macrosKey } from "./keys";
import classes from "./Tools.module.css";

const UNDO_WITHIN = 10_000;

interface MacroMenuProps {
  row: ConversationRow;
  onReply: (text: string, acts: readonly Act[]) => void;
}

export default function MacroMenu({ row, onReply }: MacroMenuProps) {
  const [chosen, setChosen] = useState<Macro | null>(null);
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({
    queryKey: macrosKey,
    queryFn: ({ signal }) => listMacros(signal),
    staleTime: 60_000,
  });
  return (
    <>
      <Menu position="top-start" returnFocus opened={opened} onChange={setOpened}>
        <Tooltip label={t`Macros`} disabled={opened}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t`Macros`}>
              <span className={classes.sign}>⌘</span>
            </ActionIcon>
          </Menu.Target>
        </Tooltip>
        <Menu.Dropdown>
          {data?.data.map((macro) => (
            <Menu.Item key={macro.id} onClick={() => setChosen(macro)}>
              {macro.name}
            </Menu.Item>
          ))}
          {data?.data.length === 0 && (
            <Menu.Label>
              <Trans>Supervisors make macros under Settings, Replies.</Trans>
            </Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      {chosen && <Look row={row} macro={chosen} onReply={onReply} onClose={() => setChosen(null)} />}
    </>
  );
}

interface LookProps extends MacroMenuProps {
  macro: Macro;
  onClose: () => void;
}

function Look({ row, macro, onReply, onClose }: LookProps) {
  const desk = useDesk();
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const { data, error, refetch } = useQuery({
    queryKey: ["macro", row.id, macro.id],
    queryFn: ({ signal }) => previewMacro(row.id, macro.id, signal),
    gcTime: 0,
  });
  const stored = (changed: ConversationRow) => {
    storeRows(client, [changed], desk.me.get());
    void client.invalidateQueries({ queryKey: keys.counts });
    void client.invalidateQueries({ queryKey: keys.conversation(row.id) });
    desk.refetch(row.id);
  };
  const run = useMutation({
    mutationFn: () => runMacro(row.id, macro.id, key),
    onSuccess: ({ run_id, row: changed }) => {
      stored(changed);
      onClose();
      offerUndo({
        id: run_id,
        says: t`Macro “${macro.name}” done`,
        lasts: UNDO_WITHIN,
        undo: () =>
          void undoRun(run_id).then(stored, (problem: unknown) =>
            notifications.show({ color: "red", message: explain(problem).message }),
          ),
      });
    },
  });
  const go = () => {
    if (!data) return;
    if (data.reply === null) {
      run.mutate();
      return;
    }
    onReply(data.reply, data.missing.length > 0 ? [] : data.then);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={macro.name} size={460}>
      {error && (
        <Failure problem={error} what={t`The macro could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {data && (
        <ol className={classes.does}>
          {data.does.map((says, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the acts of one macro never move
            <li key={index}>{says}</li>
          ))}
        </ol>
      )}
      {data?.reply && <p className={classes.quoted}>{data.reply}</p>}
      {data && data.missing.length > 0 && (
        <p role="alert">
          <Trans>
            Nothing is known here for {{ what: data.missing.map((name) => `{{${name}}}`).join(", ") }}.
          </Trans>{" "}
          {data.reply && <Trans>The words go into your reply, and nothing else is done.</Trans>}
        </p>
      )}
      <FormProblem problem={run.error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button data-autofocus loading={run.isPending} disabled={!data} onClick={go}>
          {data?.missing.length ? t`Use the words` : t`Do it`}
        </Button>
      </div>
    </Modal>
  );
}
