/** What somebody says of the newest handover of a conversation: one word, at once, and taken back as easily. */

import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { labelHandover, takeBackLabel, type Verdict } from "../../api/quality";
import { keys } from "../../desk/keys";
import type { ConversationDetail } from "../../desk/wire";
import { offerUndo, tellFailure } from "../../ui/notices";
import { inWords } from "./words";

interface Said {
  verdict: Verdict;
  /** The name of the trigger that it should have been; null for the one that it was. */
  trigger: string | null;
}

export interface Labelling {
  say: (said: Said) => void;
  /** What the key of each verdict does; the reason that was given stays. */
  keys: Record<Verdict, () => void>;
  takeBack: () => void;
}

/** Null where there is nothing to label. */
export function useLabel(detail: ConversationDetail | undefined): Labelling | null {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, handover, said }: { id: string; handover: string; said: Said | null }) =>
      said ? labelHandover(id, { ...said, handover_id: handover }) : takeBackLabel(id, handover),
    onSuccess: ({ handover_id, label }, { id }) => {
      client.setQueryData<ConversationDetail>(keys.conversation(id), (known) =>
        known?.handover?.id === handover_id ? { ...known, handover: { ...known.handover, label } } : known,
      );
      void client.invalidateQueries({ queryKey: ["quality"] });
    },
    onError: tellFailure,
  });
  if (!detail?.handover) return null;
  const { id, handover } = detail;
  const before = handover.label ?? null;
  const send = (said: Said | null) => mutate({ id, handover: handover.id, said });
  const undo = () => send(before && { verdict: before.verdict, trigger: before.trigger?.name ?? null });
  const say = (said: Said) => {
    send(said);
    offerUndo({ id: `label-${handover.id}`, says: inWords(said.verdict), undo });
  };
  const trigger = before?.trigger?.name ?? null;
  return {
    say,
    keys: {
      right: () => say({ verdict: "right", trigger }),
      too_late: () => say({ verdict: "too_late", trigger }),
      needless: () => say({ verdict: "needless", trigger: null }),
    },
    takeBack: () => {
      send(null);
      offerUndo({ id: `label-${handover.id}`, says: t`The label is gone.`, undo });
    },
  };
}

export const REASONS = "label-reasons";

/** Opens the menu of reasons, where it is on the screen. */
export const openReasons = (): void => document.querySelector<HTMLElement>(`#${REASONS} button`)?.click();
