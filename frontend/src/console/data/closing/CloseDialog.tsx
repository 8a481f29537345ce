/** Asks for the company's name and the reader's password before the workspace is closed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { atField } from "../../api/problems";
import { closeWorkspace } from "../../api/workspace";
import { useDesk } from "../../desk/DeskContext";
import { workspaceKey } from "../../settings/workspace";
import confirm from "../../ui/Confirm.module.css";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Closing.module.css";

interface CloseDialogProps {
  opened: boolean;
  name: string;
  onClose: () => void;
}

export function CloseDialog({ opened, name, onClose }: CloseDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Close ${name}?`} size={460}>
      <CloseForm name={name} onClose={onClose} />
    </Modal>
  );
}

function useClose(onDone: () => void) {
  const client = useQueryClient();
  const desk = useDesk();
  return useMutation({
    mutationFn: closeWorkspace,
    onSuccess: () => {
      const closing_at = new Date().toISOString();
      desk.me.change((me) => ({ ...me, workspace: { ...me.workspace, closing_at } }));
      void client.invalidateQueries({ queryKey: workspaceKey });
      onDone();
    },
  });
}

function CloseForm({ name, onClose }: Omit<CloseDialogProps, "opened">) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const close = useClose(onClose);
  const ready = typed.trim() === name && password !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) close.mutate({ name: typed.trim(), password });
  };
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <div className={confirm.says}>
        <ul>
          <li>
            <Trans>The widget disappears from your site, and letters are no longer answered.</Trans>
          </li>
          <li>
            <Trans>In thirty days every conversation, article, file and account is erased.</Trans>
          </li>
          <li>
            <Trans>Until then an owner can sign in, export everything, and open it again.</Trans>
          </li>
        </ul>
      </div>
      <TextInput
        data-autofocus
        label={t`Type “${name}” to go on`}
        autoComplete="off"
        value={typed}
        error={atField(close.error, "name")}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <PasswordInput
        label={t`Your password`}
        autoComplete="current-password"
        value={password}
        error={atField(close.error, "password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FormProblem problem={close.error} fields={["name", "password"]} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Keep it open</Trans>
        </Button>
        <Button type="submit" className={confirm.danger} disabled={!ready} loading={close.isPending}>
          <Trans>Close the workspace</Trans>
        </Button>
      </div>
    </form>
  );
}
