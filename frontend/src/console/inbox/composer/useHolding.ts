/** Sending with a moment to take it back, as the person wishes. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { newId } from "../../../shared/uuid";
import type { Attachment } from "../../../shared/wire";
import type { Written } from "../../api/translations";
import { type Act, fetchWishes } from "../../api/writing";
import { useCell } from "../../desk/cell";
import { useDesk } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import { type Around, holding, type Waiting } from "./holding";
import { trayOf } from "./trays";
import type { useDraft } from "./useDraft";

export const wishesKey = ["composer"] as const;

export function useHolding(conversationId: string, draft: ReturnType<typeof useDraft>) {
  const desk = useDesk();
  const client = useQueryClient();
  const { data: wishes } = useQuery({
    queryKey: wishesKey,
    queryFn: ({ signal }) => fetchWishes(signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
  const { putBack } = draft;
  const around = useMemo<Around>(
    () => ({
      send: ({ conversationId: id, text, files, clientId }) => void desk.reply(id, text, files, clientId),
      giveBack: (waiting, why) => {
        putBack(waiting.conversationId, waiting.written?.text ?? waiting.text);
        if (waiting.files.length > 0) trayOf(waiting.conversationId).restore(waiting.files);
        if (why) notifications.show({ color: "yellow", title: t`Your reply was not sent`, message: why });
      },
      said: ({ conversationId: id }, problem) => {
        desk.refetch(id);
        void client.invalidateQueries({ queryKey: keys.conversation(id) });
        if (problem) notifications.show({ color: "yellow", message: problem });
      },
      typing: (id, active) => desk.sayTyping(id, active),
    }),
    [desk, client, putBack],
  );
  useEffect(() => {
    for (const held of wishes?.held ?? []) holding.resume(held, around);
  }, [wishes, around]);
  const waiting: Waiting | undefined = useCell(holding.waiting).get(conversationId);

  function send(
    text: string,
    files: readonly Attachment[],
    acts: readonly Act[] = [],
    written: Written | null = null,
  ): void {
    const seconds = wishes?.undo_seconds ?? 0;
    if (seconds === 0 && acts.length === 0 && !written) {
      void desk.reply(conversationId, text, files);
      return;
    }
    holding.begin({ conversationId, clientId: newId(), text, files, acts, written }, seconds, around);
  }

  return { wishes, waiting, send };
}
