/** Somebody else saved another draft meanwhile: who, and whose is to go on. */

import { Button } from "@mantine/core";
import { Ago } from "../../ui/Ago";
import classes from "./Book.module.css";
import { useBuilder, useDraft } from "./BuilderContext";

export function Conflict() {
  const { keeper } = useBuilder();
  const { theirs } = useDraft();
  if (!theirs) return null;
  return (
    <section className={classes.notice} role="alert" aria-label="Two drafts">
      <h2>
        {theirs.changed_by} changed the draft <Ago at={theirs.changed_at} past />
      </h2>
      <p>
        Yours is not saved. Take theirs, and undo brings yours back; or keep yours, and theirs is replaced.
      </p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => keeper.takeTheirs()}>
          Take theirs
        </Button>
        <Button size="xs" variant="default" onClick={() => void keeper.keepMine()}>
          Keep mine
        </Button>
      </div>
    </section>
  );
}
