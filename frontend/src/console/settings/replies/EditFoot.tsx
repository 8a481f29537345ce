/** The foot of a dialog in which something that is there already can be removed, too. */

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
          Remove “{removes.name}”
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" loading={saving}>
        Save
      </Button>
    </div>
  );
}
