/** The next page of entries. */

import { Button } from "@mantine/core";
import classes from "./Imports.module.css";

export function MoreButton({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  return (
    <Button variant="default" size="xs" loading={busy} onClick={onMore} className={classes.more}>
      Show more
    </Button>
  );
}
