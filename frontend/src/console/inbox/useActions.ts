/** What an agent may do with a conversation: accept, take over, hand back, pass on, snooze, resolve, open again. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { type Receiver, reopen, resolve, snooze, takeOver, transfer } from "../api/conversations";
import { type Brief, handBack } from "../api/handing";
import { explain, isConflict, isStaleEpoch } from "../api/problems";
import { useDesk } from "../desk/DeskContext";
import type { Desk } from "../desk/desk";
import { storeRows } from "../desk/feed";
import { keys } from "../desk/keys";
import type { ConversationRow } from "../desk/wire";
import { offerUndo } from "../ui/notices";
import { handOf } from "./holder";
import { resolving, UNDO_WITHIN } from "./resolving";
import { untilInWords } from "./waiting";

function refresh(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: keys.conversation(id) });
  void client.invalidateQueries({ queryKey: keys.allRows });
  void client.invalidateQueries({ queryKey: keys.counts });
}

/** Somebody was faster: say who, and show the thread as it is now. Anything else: say it in words. */
function tellFailure(client: QueryClient, desk: Desk, id: string, problem: unknown): void {
  const { message, requestId } = explain(problem);
  if (isConflict(problem)) {
    refresh(client, id);
    desk.refetch(id);
  }
  if (isStaleEpoch(problem)) {
    notifications.show({ color: "yellow", title: t`Somebody was faster`, message });
    return;
  }
  notifications.show({
    color: "red",
    title: message,
    message: requestId ? t`Nothing was changed. Request ${requestId}` : t`Nothing was changed.`,
  });
}

function useStore() {
  const client = useQueryClient();
  const desk = useDesk();
  return {
    stored: (row: ConversationRow) => {
      storeRows(client, [row], desk.me.get());
      void client.invalidateQueries({ queryKey: keys.counts });
      void client.invalidateQueries({ queryKey: keys.conversation(row.id) });
      desk.refetch(row.id);
    },
    failed: (id: string) => (problem: unknown) => tellFailure(client, desk, id, problem),
  };
}

export interface Actions {
  take: () => void;
  /** Resolves to true when the assistant has it again. */
  giveBack: (brief: Brief) => Promise<boolean>;
  /** Resolves to true when it waits for somebody else; `name` is theirs. */
  passTo: (to: Receiver & { note: string }, name: string) => Promise<boolean>;
  snooze: (until: Date) => void;
  /** Opens a resolved one again, wakes a snoozed one. */
  reopen: () => void;
  resolve: () => void;
  /** What the server said of it is shown. */
  stored: (row: ConversationRow) => void;
  busy: boolean;
}

/** `onTasks`: departments still work on what shall be resolved. */
export function useActions(row: ConversationRow | undefined, onTasks: () => void): Actions {
  const { stored, failed } = useStore();
  const id = row?.id ?? "";
  const who = row?.customer.name ?? "";
  /** One call at the epoch that the reader sees; whoever lost is told who won. */
  const change = useMutation({
    mutationFn: (ask: (epoch: number) => Promise<ConversationRow>) => ask(row?.control.epoch ?? 0),
    onSuccess: stored,
    onError: failed(id),
  });
  const underWay = useRef<Promise<ConversationRow | null>>(null);
  function changed(ask: (epoch: number) => Promise<ConversationRow>): Promise<ConversationRow | null> {
    const asked = change.mutateAsync(ask).catch(() => null);
    underWay.current = asked;
    void asked.then(() => {
      if (underWay.current === asked) underWay.current = null;
    });
    return asked;
  }

  async function rest(until: Date): Promise<void> {
    const snoozed = await changed((epoch) => snooze(id, epoch, until));
    if (!snoozed) return;
    offerUndo({
      id: `snooze-${id}`,
      says: t`Conversation with ${who} snoozed until ${{ when: untilInWords(until.toISOString(), Date.now()) }}`,
      lasts: UNDO_WITHIN,
      undo: () => void reopen(id, snoozed.control.epoch).then(stored, failed(id)),
    });
  }

  /** What the reader just asked for comes first: whoever takes it and resolves it at once moved it themselves. */
  async function end(): Promise<void> {
    const latest = underWay.current ? await underWay.current : row;
    if (!latest || handOf(latest) === "resolved") return;
    if (latest.tasks.open > 0) {
      onTasks();
      return;
    }
    const { epoch } = latest.control;
    resolving.begin(id, () => void resolve(id, epoch).then(stored, failed(id)));
    offerUndo({
      id: `resolve-${id}`,
      says: t`Conversation with ${who} resolved`,
      lasts: UNDO_WITHIN,
      undo: () => resolving.undo(id),
    });
  }

  return {
    take: () => void changed((epoch) => takeOver(id, epoch)),
    giveBack: async (brief) => (await changed((epoch) => handBack(id, epoch, brief))) !== null,
    passTo: async (to, name) => {
      const passed = await changed((epoch) => transfer(id, epoch, to));
      if (passed)
        notifications.show({ color: "gray", message: t`Conversation with ${who} passed to ${name}` });
      return passed !== null;
    },
    snooze: (until) => void rest(until),
    reopen: () => void changed((epoch) => reopen(id, epoch)),
    resolve: () => void end(),
    stored,
    busy: change.isPending,
  };
}
