/** "Resolved. Undo": the words of a notice about what can be taken back. */

import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import classes from "./UndoMessage.module.css";

export function UndoMessage({ says, onUndo }: { says: string; onUndo: () => void }) {
  return (
    <span className={classes.message}>
      <span>{says}</span>
      <UnstyledButton className={classes.undo} onClick={onUndo}>
        <Trans>Undo</Trans>
      </UnstyledButton>
    </span>
  );
}
