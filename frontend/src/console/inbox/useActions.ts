/** What an agent may do with the baton: accept, take over, hand back, resolve. */

import { notifications } from "@mantine/notifications";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { createElement } from "react";
import type { ConversationRow } from "../../shared/wire";
import { handBack, resolve, takeOver } from "../api/conversations";
import { explain, isStaleEpoch } from "../api/problems";
import { useDesk } from "../desk/DeskContext";
import type { Desk } from "../desk/desk";
import { storeRows } from "../desk/feed";
import { keys } from "../desk/keys";
import { handOf } from "./holder";
import { resolving, UNDO_WITHIN } from "./resolving";
import { UndoMessage } from "./UndoMessage";

function refresh(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: keys.conversation(id) });
  void client.invalidateQueries({ queryKey: keys.allRows });
  void client.invalidateQueries({ queryKey: keys.counts });
}

/** Somebody was faster: say who, and show the thread as it is now. Anything else: say it in words. */
function tellFailure(client: QueryClient, desk: Desk, id: string, problem: unknown): void {
  const { message, requestId } = explain(problem);
  if (isStaleEpoch(problem)) {
    refresh(client, id);
    desk.refetch(id);
    notifications.show({ color: "yellow", title: "Somebody was faster", message });
    return;
  }
  notifications.show({
    color: "red",
    title: message,
    message: requestId ? `Nothing was changed. Request ${requestId}` : "Nothing was changed.",
  });
}

function useStore() {
  const client = useQueryClient();
  const desk = useDesk();
  return {
    stored: (row: ConversationRow) => {
      storeRows(client, [row], desk.me.get().id);
      void client.invalidateQueries({ queryKey: keys.counts });
      void client.invalidateQueries({ queryKey: keys.conversation(row.id) });
      desk.refetch(row.id);
    },
    failed: (id: string) => (problem: unknown) => tellFailure(client, desk, id, problem),
  };
}

function offerUndo(row: ConversationRow): void {
  const notice = `resolve-${row.id}`;
  const undo = () => {
    notifications.hide(notice);
    resolving.undo(row.id);
  };
  notifications.show({
    id: notice,
    color: "gray",
    autoClose: UNDO_WITHIN,
    message: createElement(UndoMessage, { name: row.customer.name, onUndo: undo }),
  });
}

export interface Actions {
  take: () => void;
  /** Resolves to true when the assistant has it again. */
  giveBack: (brief: string) => Promise<boolean>;
  resolve: () => void;
  busy: boolean;
}

export function useActions(row: ConversationRow | undefined): Actions {
  const { stored, failed } = useStore();
  const id = row?.id ?? "";
  const epoch = row?.control.epoch ?? 0;
  const taking = useMutation({
    mutationFn: () => takeOver(id, epoch),
    onSuccess: stored,
    onError: failed(id),
  });
  const returning = useMutation({
    mutationFn: (brief: string) => handBack(id, epoch, brief),
    onSuccess: stored,
    onError: failed(id),
  });
  return {
    take: () => taking.mutate(),
    giveBack: async (brief) => {
      const row = await returning.mutateAsync(brief).catch(() => null);
      return row !== null;
    },
    resolve: () => {
      if (!row || handOf(row) === "resolved") return;
      resolving.begin(id, () => void resolve(id, epoch).then(stored, failed(id)));
      offerUndo(row);
    },
    busy: taking.isPending || returning.isPending,
  };
}
