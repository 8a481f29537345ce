/** Asks for the company's name and the reader's password before the workspace is closed. */

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
    <Modal opened={opened} onClose={onClose} title={`Close ${name}?`} size={460}>
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
          <li>The widget disappears from your site, and letters are no longer answered.</li>
          <li>In thirty days every conversation, article, file and account is erased.</li>
          <li>Until then an owner can sign in, export everything, and open it again.</li>
        </ul>
      </div>
      <TextInput
        data-autofocus
        label={`Type “${name}” to go on`}
        autoComplete="off"
        value={typed}
        error={atField(close.error, "name")}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        value={password}
        error={atField(close.error, "password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FormProblem problem={close.error} fields={["name", "password"]} />
      <div className={confirm.foot}>
        <Button variant="default" onClick={onClose}>
          Keep it open
        </Button>
        <Button type="submit" className={confirm.danger} disabled={!ready} loading={close.isPending}>
          Close the workspace
        </Button>
      </div>
    </form>
  );
}
