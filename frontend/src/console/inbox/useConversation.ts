/** One conversation in full, live while it is open. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConversationRow } from "../../shared/wire";
import { fetchConversation } from "../api/conversations";
import { useDesk } from "../desk/DeskContext";
import { keys } from "../desk/keys";

export function useConversation(id: string) {
  const desk = useDesk();
  useEffect(() => desk.watch(id), [desk, id]);
  return useQuery({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => fetchConversation(id, signal),
  });
}

/** What the list already knows of it, so that the head of the thread stands at once. */
export function useKnownRow(id: string | null, rows: ConversationRow[]): ConversationRow | undefined {
  const client = useQueryClient();
  if (id === null) return undefined;
  return rows.find((row) => row.id === id) ?? client.getQueryData<ConversationRow>(keys.row(id));
}
