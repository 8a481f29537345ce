/** What others did in a thread after a certain place of its log; pure. */

import { t } from "@lingui/core/macro";
import type { Thread } from "../../../../shared/thread";
import type { ControlChange, Message } from "../../../../shared/wire";

export type News =
  | { kind: "customer"; seq: number; who: string; text: string }
  /** Somebody of the desk, or the assistant, answered. */
  | { kind: "answer"; seq: number; who: string; text: string }
  /** The conversation went to other hands. */
  | { kind: "moved"; seq: number; who: string; text: string };

function ofMessage(message: Message, meId: string): News[] {
  const { author, seq, text } = message;
  const words = text || message.attachments.map((one) => one.name).join(", ");
  switch (author.kind) {
    case "customer":
      return [{ kind: "customer", seq, who: author.name, text: words }];
    case "assistant":
      return [{ kind: "answer", seq, who: t`The assistant`, text: words }];
    case "agent":
      return author.id === meId ? [] : [{ kind: "answer", seq, who: author.name, text: words }];
    case "system":
      return [];
  }
}

function ofControl(change: ControlChange, meId: string): News[] {
  const { seq, holder, agent, team, reason } = change;
  if (agent?.id === meId || reason === "started") return [];
  if (reason === "resolved") return [{ kind: "moved", seq, who: "", text: t`It was resolved` }];
  if (holder === "agent") return [{ kind: "moved", seq, who: agent?.name ?? "", text: t`has it now` }];
  const where =
    holder === "assistant"
      ? t`It is with the assistant now`
      : team
        ? t`It is waiting for ${{ team: team.name }} now`
        : t`It is waiting in the queue now`;
  return [{ kind: "moved", seq, who: "", text: where }];
}

/** Oldest first; what one did oneself is no news. */
export function newsSince(thread: Thread, seq: number, meId: string): News[] {
  const first = thread.events.findIndex((event) => event.seq > seq);
  if (first === -1) return [];
  return thread.events.slice(first).flatMap((event): News[] => {
    if (event.type === "message.added") return ofMessage(event.data, meId);
    return event.type === "control.changed" ? ofControl(event.data, meId) : [];
  });
}
