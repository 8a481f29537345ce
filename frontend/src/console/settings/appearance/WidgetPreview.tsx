/** The widget's head and a few bubbles in the chosen colour, as a customer would see them. */

import { useLayoutEffect, useRef } from "react";
import { wearAccent } from "../../../shared/contrast";
import type { Workspace } from "../../api/workspace";
import { initials } from "../../shell/AccountMenu";
import { ChatIcon } from "../../shell/icons";
import classes from "./WidgetPreview.module.css";

const HELLO = "Hello! How can we help?";

export function WidgetPreview({ accent, workspace }: { accent: string; workspace: Workspace }) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (panel.current) wearAccent(panel.current.style, accent);
  }, [accent]);
  return (
    <figure className={classes.figure}>
      <div ref={panel} className={classes.panel} role="img" aria-label="The widget in this colour">
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
          <p className={classes.mine}>Where is my order?</p>
          <p className={classes.theirs}>
            It left our warehouse this morning. <span className={classes.link}>Follow it</span>
          </p>
          <span className={classes.pill}>Talk to a person</span>
        </div>
        <span className={classes.launcher}>
          <ChatIcon size={22} />
        </span>
      </div>
      <figcaption>As your customers see it</figcaption>
    </figure>
  );
}
