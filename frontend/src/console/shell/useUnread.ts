/** How many conversations want a person: those that wait in a queue, and one's own that wait for an answer. */

import { useQuery } from "@tanstack/react-query";
import { countConversations } from "../api/conversations";
import { keys } from "../desk/keys";
import { useMay } from "./useMay";

export function useUnread(): { waiting: number; unanswered: number } {
  const enabled = useMay("conversations.read");
  const { data: counts } = useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => countConversations(signal),
    enabled,
  });
  return { waiting: counts?.waiting ?? 0, unanswered: counts?.unanswered ?? 0 };
}
