/** Does acts to many conversations: progress while it goes on, what could not be done, and the way back. */

import { plural, t } from "@lingui/core/macro";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type BulkRun, type Chosen, doToMany, fetchRun, undoRun } from "../../api/lists";
import { keys } from "../../desk/keys";
import { offerUndo, tell, tellFailure } from "../../ui/notices";
import { conversations, type ManyDeed } from "./deeds";

const LOOK_EVERY = 700;
const UNDO_FOR = 20_000;
const MOST_REASONS = 3;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Why some could not be done, each reason once with how many; pure. */
export function reasons(run: Pick<BulkRun, "failed" | "failed_count">): string[] {
  const counts = new Map<string, number>();
  for (const { why } of run.failed) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_REASONS)
    .map(([why, count]) => (run.failed_count === 1 ? why : `${count}: ${why}`));
}

export function useBulk() {
  const client = useQueryClient();
  const [under, setUnder] = useState<BulkRun | null>(null);

  function refresh(): void {
    void client.invalidateQueries({ queryKey: keys.allRows });
    void client.invalidateQueries({ queryKey: keys.counts });
    void client.invalidateQueries({ queryKey: ["conversation"] });
  }

  async function until(first: BulkRun): Promise<BulkRun> {
    let run = first;
    while (run.state === "waiting" || run.state === "undoing") {
      setUnder(run);
      await pause(LOOK_EVERY);
      run = await fetchRun(run.id);
    }
    return run;
  }

  function tellReasons(run: BulkRun, title: string): void {
    if (run.failed_count === 0) return;
    notifications.show({
      color: "yellow",
      autoClose: 15_000,
      title,
      message: reasons(run).join(" "),
    });
  }

  async function back(run: BulkRun): Promise<void> {
    const undone = await until(await undoRun(run.id));
    tell(t`${{ those: conversations(undone.undone) }} as before`);
    tellReasons(
      undone,
      plural(undone.failed_count, {
        one: "# conversation stayed as it is",
        other: "# conversations stayed as they are",
      }),
    );
  }

  const guarded = (work: () => Promise<void>): Promise<void> =>
    work()
      .catch(tellFailure)
      .finally(() => {
        setUnder(null);
        refresh();
      });

  const act = (chosen: Chosen, { acts, did }: ManyDeed): Promise<void> =>
    guarded(async () => {
      const run = await until(await doToMany(chosen, acts));
      if (run.done > 0) {
        offerUndo({
          id: `bulk-${run.id}`,
          says: did(run.done),
          lasts: UNDO_FOR,
          undo: () => void guarded(() => back(run)),
        });
      }
      tellReasons(
        run,
        plural(run.failed_count, {
          one: "# conversation could not be changed",
          other: "# conversations could not be changed",
        }),
      );
    });

  return { act, under };
}
