/** One conversation in full, live while it is open. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchConversation } from "../api/conversations";
import { useDesk } from "../desk/DeskContext";
import { keys } from "../desk/keys";
import type { ConversationRow } from "../desk/wire";
import { newer } from "./rows";

export function useConversation(id: string) {
  const desk = useDesk();
  useEffect(() => desk.watch(id), [desk, id]);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => fetchConversation(id, signal),
  });
  const { data } = query;
  useEffect(() => {
    // The list keeps the open row where it was, also once it has left the view: it is to show what is known now.
    if (data) client.setQueryData<ConversationRow>(keys.row(id), (known) => newer(data, known));
  }, [data, id, client]);
  return query;
}

/** What the list already knows of it, so that the head of the thread stands at once. */
export function useKnownRow(id: string | null, rows: ConversationRow[]): ConversationRow | undefined {
  const client = useQueryClient();
  if (id === null) return undefined;
  return rows.find((row) => row.id === id) ?? client.getQueryData<ConversationRow>(keys.row(id));
}
