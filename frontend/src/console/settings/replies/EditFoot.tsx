/** The foot of a dialog in which something that is there already can be removed, too. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import classes from "./Replies.module.css";

interface EditFootProps {
  /** Null for something new. */
  removes: { name: string; busy: boolean; act: () => void } | null;
  saving: boolean;
  onClose: () => void;
}

export function EditFoot({ removes, saving, onClose }: EditFootProps) {
  return (
    <div className={classes.foot}>
      {removes && (
        <Button variant="subtle" color="red" loading={removes.busy} onClick={removes.act}>
          <Trans>Remove “{removes.name}”</Trans>
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        <Trans>Cancel</Trans>
      </Button>
      <Button type="submit" loading={saving}>
        <Trans>Save</Trans>
      </Button>
    </div>
  );
}
