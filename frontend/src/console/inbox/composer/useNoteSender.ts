/** Writing a note: stored once whatever the network does, and given back to the writer when refused. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Named } from "../../../shared/wire";
import { writeNote } from "../../api/conversations";
import { keys } from "../../desk/keys";
import type { ConversationDetail } from "../../desk/wire";
import { colleaguesKey, mentionedIn } from "./mentions";

export function useNoteSender(conversationId: string, onStored: (text: string) => void) {
  const client = useQueryClient();
  const attempt = useRef<{ text: string; clientId: string } | null>(null);
  return useMutation({
    mutationFn: (text: string) => {
      const colleagues = client.getQueryData<{ data: Named[] }>(colleaguesKey)?.data ?? [];
      const mentions = mentionedIn(text, colleagues).map((one) => one.id);
      if (attempt.current?.text !== text) attempt.current = { text, clientId: crypto.randomUUID() };
      return writeNote(conversationId, { client_id: attempt.current.clientId, text, mentions });
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
