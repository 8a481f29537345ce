/** The lines that bring the widget to a site, and whether it was seen there. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Workspace } from "../../api/workspace";
import { Ago } from "../../ui/Ago";
import { CopyBox } from "../../ui/CopyBox";
import { useLiveWorkspace } from "../workspace";
import classes from "./Widget.module.css";

export function Snippet({ widget }: Pick<Workspace, "widget">) {
  useLiveWorkspace();
  const { snippet, seen_at, seen_on } = widget;
  const site = seen_on || t`your site`;
  return (
    <>
      <CopyBox text={snippet} what={t`the snippet`} />
      <p className={classes.seen} data-seen={seen_at !== null || undefined} role="status">
        <span className={classes.dot} />
        {seen_at ? (
          <span>
            <Trans>
              Seen on <strong>{site}</strong>, <Ago at={seen_at} />.
            </Trans>
          </span>
        ) : (
          <span>
            <Trans>
              Not seen on any site yet. Open a page that has the snippet; this line changes by itself within
              seconds.
            </Trans>
          </span>
        )}
      </p>
    </>
  );
}
