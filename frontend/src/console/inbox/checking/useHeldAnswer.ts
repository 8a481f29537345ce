/** What an agent may decide about an answer that is held: let it go, in other words or not, or answer instead. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { approveDraft, rejectDraft } from "../../api/drafts";
import { explain, isConflict } from "../../api/problems";
import { useDesk } from "../../desk/DeskContext";
import { storeDraft } from "../../desk/feed";
import { keys } from "../../desk/keys";
import type { Draft } from "../../desk/wire";
import { tellFailure } from "../../ui/notices";

export interface HeldAnswerActions {
  approve: (text?: string) => void;
  reject: (reason: string) => void;
  busy: boolean;
}

export function useHeldAnswer(draft: Draft | null): HeldAnswerActions {
  const client = useQueryClient();
  const desk = useDesk();
  const refresh = (id: string) => {
    void client.invalidateQueries({ queryKey: keys.conversation(id) });
    void client.invalidateQueries({ queryKey: keys.counts });
    desk.refetch(id);
  };
  const decide = useMutation({
    mutationFn: (ask: () => Promise<Draft>) => ask(),
    onSuccess: (decided) => {
      storeDraft(client, decided.conversation_id, decided);
      refresh(decided.conversation_id);
    },
    onError: (problem) => {
      if (draft && isConflict(problem)) {
        refresh(draft.conversation_id);
        notifications.show({
          color: "yellow",
          title: t`Too late for this draft`,
          message: explain(problem).message,
        });
      } else tellFailure(problem);
    },
  });
  return {
    approve: (text) => draft && decide.mutate(() => approveDraft(draft.id, text)),
    reject: (reason) => draft && decide.mutate(() => rejectDraft(draft.id, reason)),
    busy: decide.isPending,
  };
}
