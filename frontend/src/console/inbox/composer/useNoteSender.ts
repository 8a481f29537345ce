/** Writing a note: stored once whatever the network does, and given back to the writer when refused. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { writeNote } from "../../api/conversations";
import { keys } from "../../desk/keys";
import type { ConversationDetail } from "../../desk/wire";

export function useNoteSender(conversationId: string, onStored: (text: string) => void) {
  const client = useQueryClient();
  const attempt = useRef<{ text: string; clientId: string } | null>(null);
  return useMutation({
    mutationFn: (text: string) => {
      if (attempt.current?.text !== text) attempt.current = { text, clientId: crypto.randomUUID() };
      return writeNote(conversationId, { client_id: attempt.current.clientId, text });
    },
    onSuccess: (note, text) => {
      attempt.current = null;
      client.setQueryData<ConversationDetail>(
        keys.conversation(conversationId),
        (known) => known && { ...known, notes: [...known.notes.filter((each) => each.id !== note.id), note] },
      );
      onStored(text);
    },
  });
}
