/** At the foot of a form with changes: save them, or go back to what is saved. Ctrl or Cmd with S saves too. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { FormProblem } from "./FormProblem";
import classes from "./SaveBar.module.css";

interface SaveBarProps {
  shown: boolean;
  busy: boolean;
  problem: unknown;
  /** The fields that tell their own problems. */
  fields?: readonly string[];
  /** What is wrong already here, before the server is asked. */
  hindrance?: string | null;
  onSave: () => void;
  onDiscard: () => void;
}

export function SaveBar(props: SaveBarProps) {
  const { shown, busy, problem, fields, hindrance = null, onSave, onDiscard } = props;
  useHotkeys([["mod+S", () => shown && !busy && !hindrance && onSave()]], []);
  if (!shown) return null;
  return (
    <section className={classes.bar} aria-label={t`Unsaved changes`}>
      <FormProblem problem={problem} {...(fields && { fields })} />
      <div className={classes.row}>
        <p role="status">{hindrance ?? t`You have unsaved changes.`}</p>
        <div className={classes.acts}>
          <Button variant="default" onClick={onDiscard} disabled={busy}>
            <Trans>Discard</Trans>
          </Button>
          <Button onClick={onSave} loading={busy} disabled={hindrance !== null}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </div>
    </section>
  );
}
