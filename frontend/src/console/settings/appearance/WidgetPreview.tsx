/** The widget's head and a few bubbles in the chosen colour, as a customer would see them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLayoutEffect, useRef } from "react";
import { wearAccent } from "../../../shared/contrast";
import type { Workspace } from "../../api/workspace";
import { initials } from "../../shell/AccountMenu";
import { ChatIcon } from "../../shell/icons";
import classes from "./WidgetPreview.module.css";

const HELLO = t`Hello! How can we help?`;

export function WidgetPreview({ accent, workspace }: { accent: string; workspace: Workspace }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (panel.current) wearAccent(panel.current.style, accent);
  }, [accent]);
  return (
    <figure className={classes.figure}>
      <div ref={panel} className={classes.panel} role="img" aria-label={t`The widget in this colour`}>
        <div className={classes.head}>
          {workspace.logo_url ? (
            <img className={classes.crest} src={workspace.logo_url} alt="" />
          ) : (
            <span className={classes.crest}>{initials(workspace.name)}</span>
          )}
          <span className={classes.company}>{workspace.name}</span>
        </div>
        <div className={classes.thread}>
          <p className={classes.theirs}>{workspace.greeting || HELLO}</p>
          <p className={classes.mine}>
            <Trans>When are you open?</Trans>
          </p>
          <p className={classes.theirs}>
            <Trans>
              Monday to Friday, from 9:00 to 17:00. <span className={classes.link}>How to find us</span>
            </Trans>
          </p>
          <span className={classes.pill}>
            <Trans>Talk to a person</Trans>
          </span>
        </div>
        <span className={classes.launcher}>
          <ChatIcon size={22} />
        </span>
      </div>
      <figcaption>
        <Trans>As your customers see it</Trans>
      </figcaption>
    </figure>
  );
}
