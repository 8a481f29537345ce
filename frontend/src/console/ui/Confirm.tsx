/** Asks before something is lost: what will happen, then yes or no. */

import { t } from "@lingui/core/macro";
import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Confirm.module.css";
import { FormProblem } from "./FormProblem";

interface ConfirmProps {
  opened: boolean;
  title: string;
  /** What happens, in sentences. */
  children: ReactNode;
  /** The button that does it. */
  does: string;
  /** The button that leaves all as it is. */
  keeps?: string;
  /** Nothing is lost: the button is an ordinary one. */
  harmless?: boolean;
  busy: boolean;
  problem: unknown;
  onClose: () => void;
  onConfirm: () => void;
}

export function Confirm(props: ConfirmProps) {
  const {
    opened,
    title,
    children,
    does,
    keeps = t`Cancel`,
    harmless = false,
    busy,
    problem,
    onClose,
    onConfirm,
  } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={460}>
      <div className={classes.says}>{children}</div>
      <FormProblem problem={problem} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {keeps}
        </Button>
        <Button {...(!harmless && { className: classes.danger })} loading={busy} onClick={onConfirm}>
          {does}
        </Button>
      </div>
    </Modal>
  );
}
