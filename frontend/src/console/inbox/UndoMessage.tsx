/** "Resolved. Undo": the words of the notice after resolving. */

import { UnstyledButton } from "@mantine/core";
import classes from "./UndoMessage.module.css";

export function UndoMessage({ name, onUndo }: { name: string; onUndo: () => void }) {
  return (
    <span className={classes.message}>
      <span>Conversation with {name} resolved</span>
      <UnstyledButton className={classes.undo} onClick={onUndo}>
        Undo
      </UnstyledButton>
    </span>
  );
}
