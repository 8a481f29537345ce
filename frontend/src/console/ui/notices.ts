/** Short words at the edge of the page: what was done, how to take it back, what did not work. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { createElement } from "react";
import { explain } from "../api/problems";
import { UndoMessage } from "./UndoMessage";

const UNDO_FOR = 10_000;

interface Undoable {
  /** One notice at a time about the same thing. */
  id: string;
  says: string;
  /** Milliseconds. */
  lasts?: number;
  undo: () => void;
}

export function offerUndo({ id, says, lasts = UNDO_FOR, undo }: Undoable): void {
  const onUndo = () => {
    notifications.hide(id);
    undo();
  };
  notifications.hide(id);
  const message = createElement(UndoMessage, { says, onUndo });
  notifications.show({ id, color: "gray", autoClose: lasts, message });
}

export function tell(message: string): void {
  notifications.show({ color: "gray", message });
}

/** For what has no field or place of its own to be told at. */
export function tellFailure(problem: unknown): void {
  const { message, requestId } = explain(problem);
  notifications.show({
    color: "red",
    title: message,
    message: requestId ? t`Nothing was changed. Request ${requestId}` : t`Nothing was changed.`,
  });
}
