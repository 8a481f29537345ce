/** What a supervisor does over the assistant in one conversation: guide it, hold its next reply, put a risk aside. */

import { t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  bringBack,
  type Dismissal,
  dismiss,
  guide,
  hold,
  letGo,
  type NewGuidance,
  type RiskRow,
  takeGuidanceBack,
} from "../../api/control";
import { explain, isConflict } from "../../api/problems";
import { useDesk, useMe } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import { offerUndo, tellFailure } from "../../ui/notices";
import { changeRow, ROOM } from "../useRoom";

export interface Oversight {
  /** Resolves to true when the assistant has it. */
  guide: (guidance: NewGuidance) => Promise<boolean>;
  takeBack: () => void;
  /** Holds the next reply, or lets it go. */
  hold: () => void;
  /** Resolves to true when it is put aside. */
  dismiss: (reason: Dismissal, because: string) => Promise<boolean>;
  bringBack: () => void;
  busy: boolean;
}

/** `epoch` is the one that the reader sees; `row` is what the room knows of it, while the assistant has it. */
export function useOversight(id: string, row: RiskRow | undefined): Oversight {
  const client = useQueryClient();
  const desk = useDesk();
  const me = useMe();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ROOM });
    void client.invalidateQueries({ queryKey: keys.conversation(id) });
  };
  const act = useMutation({
    mutationFn: (ask: () => Promise<unknown>) => ask(),
    onSettled: refresh,
    onError: (problem) => {
      if (!isConflict(problem)) return tellFailure(problem);
      desk.refetch(id);
      notifications.show({ color: "yellow", title: t`It moved on`, message: explain(problem).message });
    },
  });
  const done = (ask: () => Promise<unknown>) =>
    act.mutateAsync(ask).then(
      () => true,
      () => false,
    );
  const epoch = row?.epoch ?? 0;
  const by = { id: me.id, name: me.name };
  const now = () => new Date().toISOString();

  return {
    guide: (guidance) => done(() => guide(id, epoch, guidance)),
    takeBack: () => {
      changeRow(client, id, { guidance: null });
      void done(() => takeGuidanceBack(id));
    },
    hold: () => {
      const held = row?.hold ?? null;
      changeRow(client, id, { hold: held ? null : { by, at: now() } });
      void done(() => (held ? letGo(id) : hold(id, epoch)));
    },
    dismiss: async (reason, because) => {
      const dismissed = await done(() => dismiss(id, reason, because));
      if (dismissed)
        offerUndo({
          id: `dismiss-${id}`,
          says: t`The risk of ${{ whom: row?.customer.name ?? t`this conversation` }} is put aside until it rises further`,
          undo: () => void done(() => bringBack(id)),
        });
      return dismissed;
    },
    bringBack: () => {
      changeRow(client, id, { dismissed: null });
      void done(() => bringBack(id));
    },
    busy: act.isPending,
  };
}
