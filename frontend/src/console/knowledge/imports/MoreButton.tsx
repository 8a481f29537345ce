/** The next page of entries. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import classes from "./Imports.module.css";

export function MoreButton({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  return (
    <Button variant="default" size="xs" loading={busy} onClick={onMore} className={classes.more}>
      <Trans>Show more</Trans>
    </Button>
  );
}
