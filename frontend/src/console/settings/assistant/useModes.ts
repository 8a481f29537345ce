/** The assistant's modes as the server has them; a change is saved at once, and its notice takes it back. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeModes, fetchModes, type Modes, type ModesChange } from "../../api/modes";
import { offerUndo, tellFailure } from "../../ui/notices";

export const modesKey = ["assistant", "modes"] as const;
export const thresholdKey = ["assistant", "threshold"] as const;

export function useModesQuery() {
  return useQuery({ queryKey: modesKey, queryFn: ({ signal }) => fetchModes(signal) });
}

function before(modes: Modes, change: ModesChange): ModesChange {
  return Object.fromEntries(
    (Object.keys(change) as (keyof ModesChange)[]).map((name) => [name, modes[name]]),
  );
}

export function useChangeModes(modes: Modes) {
  const client = useQueryClient();
  const store = (saved: Modes) => {
    client.setQueryData(modesKey, saved);
    void client.invalidateQueries({ queryKey: thresholdKey });
  };
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ change }: { change: ModesChange; says: string }) => changeModes(change),
    onSuccess: (saved, { change, says }) => {
      const old = before(modes, change);
      store(saved);
      offerUndo({
        id: `undo-modes-${Object.keys(change).join()}`,
        says,
        undo: () => void changeModes(old).then(store, tellFailure),
      });
    },
  });
  return {
    save: (change: ModesChange, says: string) => mutate({ change, says }),
    problem: error,
    busy: isPending,
  };
}
