/** Who holds the baton, in one colour and in words. */

import { t } from "@lingui/core/macro";
import type { Control, Holder, Status } from "../../shared/wire";

export type Hand = Holder | "resolved";

export function handOf(row: { status: Status; control: { holder: Holder } }): Hand {
  return row.status === "resolved" ? "resolved" : row.control.holder;
}

/** "With the assistant", "In the queue", "You have it", "Maya Lindqvist has it". */
export function handInWords(row: { status: Status; control: Control }, meId: string): string {
  switch (handOf(row)) {
    case "assistant":
      return t`With the assistant`;
    case "queue":
      return row.control.team
        ? t`Waiting for ${{ team: row.control.team.name }}`
        : t({ message: "Waiting for a person", context: "a conversation" });
    case "agent":
      return row.control.agent?.id === meId
        ? t`You have it`
        : t`${{ who: row.control.agent?.name ?? t`An agent` }} has it`;
    case "resolved":
      return t`Resolved`;
  }
}

/** What sending a reply will do to the baton, when it does anything. */
export function sendingMeans(row: { status: Status; control: Control }, meId: string): string | null {
  switch (handOf(row)) {
    case "assistant":
      return t`Sending takes over from the assistant`;
    case "queue":
      return t`Sending accepts this conversation`;
    case "resolved":
      return t`Resolved`;
    case "agent":
      return row.control.agent?.id === meId
        ? null
        : t`Sending takes over from ${{ who: row.control.agent?.name ?? t`another agent` }}`;
  }
}
