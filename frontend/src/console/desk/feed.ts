/** Feeds what the desk hears into the query cache, so that lists and panes are live. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { handingKeys } from "../api/handing";
import { isView } from "../inbox/address";
import { applyRow, type Looker, newer, type RowPages } from "../inbox/rows";
import { useCell } from "./cell";
import { useDesk } from "./DeskContext";
import type { DeskListener } from "./desk";
import { keys } from "./keys";
import type { ConversationDetail, ConversationRow, Decision, Draft, Note } from "./wire";

const COUNT_AT_MOST_EVERY = 1_000;
const DRAW_ROWS_AT_MOST_EVERY = 150;
const READ_AGAIN_EVERY = 5_000;

/** Put changed rows wherever they show; what is known better already stays. */
export function storeRows(client: QueryClient, rows: ConversationRow[], me: Looker): void {
  for (const [key, data] of client.getQueriesData<RowPages>({ queryKey: keys.allRows })) {
    const [, view, q] = key as ReturnType<typeof keys.rows>;
    if (!data || !isView(view)) continue;
    const place = { view, me, q };
    client.setQueryData(
      key,
      rows.reduce((pages, row) => applyRow(pages, row, place), data),
    );
  }
  for (const row of rows) {
    client.setQueryData<ConversationRow>(keys.row(row.id), (known) => newer(row, known));
    client.setQueryData<ConversationDetail>(
      keys.conversation(row.id),
      (known) => known && { ...known, ...newer(row, known) },
    );
  }
}

/** Take a conversation that is gone out of every list; where it is open, the next look finds nothing. */
export function removeRow(client: QueryClient, id: string): void {
  for (const [key, data] of client.getQueriesData<RowPages>({ queryKey: keys.allRows })) {
    if (!data) continue;
    const pages = data.pages.map((page) => ({ ...page, data: page.data.filter((row) => row.id !== id) }));
    client.setQueryData<RowPages>(key, { ...data, pages });
  }
  client.removeQueries({ queryKey: keys.row(id) });
  void client.invalidateQueries({ queryKey: keys.conversation(id) });
}

function addOnce<Item extends { id: string }>(items: Item[], item: Item): Item[] {
  return [...items.filter((each) => each.id !== item.id), item];
}

function storeNote(client: QueryClient, id: string, note: Note): void {
  client.setQueryData<ConversationDetail>(
    keys.conversation(id),
    (known) => known && { ...known, notes: addOnce(known.notes, note) },
  );
}

function storeDecision(client: QueryClient, id: string, decision: Decision): void {
  client.setQueryData<ConversationDetail>(
    keys.conversation(id),
    (known) => known && { ...known, decisions: addOnce(known.decisions, decision) },
  );
}

/** A draft that somebody decided about, or that the conversation left behind, is gone. */
export function storeDraft(client: QueryClient, id: string, draft: Draft): void {
  const waits = draft.state === "waiting";
  client.setQueryData<ConversationDetail>(keys.conversation(id), (known) =>
    known && (waits || known.draft?.id === draft.id) ? { ...known, draft: waits ? draft : null } : known,
  );
}

/** Calls at once, then at most once per interval, and once more at its end when asked meanwhile. */
export function throttled(act: () => void, interval: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const run = () => {
    asked = false;
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) run();
    }, interval);
  };
  return () => {
    asked = true;
    if (timer === undefined) run();
  };
}

function feedOf(client: QueryClient, me: () => Looker): DeskListener {
  const recount = throttled(
    () => void client.invalidateQueries({ queryKey: keys.counts }),
    COUNT_AT_MOST_EVERY,
  );
  const changed = new Map<string, ConversationRow>();
  const draw = throttled(() => {
    storeRows(client, [...changed.values()], me());
    changed.clear();
  }, DRAW_ROWS_AT_MOST_EVERY);
  return {
    onRow: (row) => {
      changed.set(row.id, newer(row, changed.get(row.id)));
      draw();
      recount();
    },
    onNote: (id, note) => storeNote(client, id, note),
    onDecision: (id, decision) => storeDecision(client, id, decision),
    onDraft: (id, draft) => storeDraft(client, id, draft),
    onHanding: (id) => void client.invalidateQueries({ queryKey: handingKeys.of(id) }),
    onTranslations: (id) => void client.invalidateQueries({ queryKey: keys.translations(id) }),
    onReplyDraft: (id) => void client.invalidateQueries({ queryKey: ["reply_draft", id] }),
    onControl: (id) => void client.invalidateQueries({ queryKey: keys.conversation(id) }),
    onRemoved: (id) => {
      changed.delete(id);
      removeRow(client, id);
      recount();
    },
    onAlerts: () => void client.invalidateQueries({ queryKey: keys.alerts }),
    onReturn: () => void client.invalidateQueries(),
    onRefusal: (error) => {
      if (error.code === "not_in_plan") return; // the page that asked for it says so
      notifications.show({ color: "red", title: error.message, message: t`Request ${error.request_id}` });
    },
  };
}

/** Hints may be missed between two polls: so the lists are read anew now and then. */
function useReReading(): void {
  const polling = useCell(useDesk().polling);
  const client = useQueryClient();
  useEffect(() => {
    if (!polling) return;
    const timer = setInterval(() => {
      void client.invalidateQueries({ queryKey: keys.allRows });
      void client.invalidateQueries({ queryKey: keys.counts });
      void client.invalidateQueries({ queryKey: keys.alertCount });
    }, READ_AGAIN_EVERY);
    return () => clearInterval(timer);
  }, [polling, client]);
}

export function useDeskFeed(): void {
  useReReading();
  const desk = useDesk();
  const client = useQueryClient();
  useEffect(() => desk.listen(feedOf(client, () => desk.me.get())), [desk, client]);
}
