/** A word to the assistant before it takes the baton again. */

import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import classes from "./HandBackDialog.module.css";

interface HandBackDialogProps {
  name: string;
  opened: boolean;
  busy: boolean;
  onClose: () => void;
  onHandBack: (brief: string) => Promise<boolean>;
}

export function HandBackDialog({ name, opened, busy, onClose, onHandBack }: HandBackDialogProps) {
  const [brief, setBrief] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await onHandBack(brief.trim()))) return;
    setBrief("");
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Hand back to the assistant" size={440}>
      <form onSubmit={submit} className={classes.form}>
        <p>
          The assistant answers {name} again from the next message on. It hands over again when it should.
        </p>
        <label htmlFor="handback-brief">
          Brief <span>Optional. It stays with the conversation as a private note.</span>
        </label>
        <textarea
          id="handback-brief"
          data-autofocus
          rows={3}
          value={brief}
          placeholder="A replacement is on its way and arrives on Friday."
          onChange={(event) => setBrief(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
          }}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" loading={busy}>
            Hand back
          </Button>
        </div>
      </form>
    </Modal>
  );
}
