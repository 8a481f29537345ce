/** The editor's frame: the form at the left, at the right what customers would see and the box to test it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { BackIcon } from "../../shell/icons";
import { useTitle } from "../../shell/useTitle";
import "../../ui/forms.css";
import { ARTICLES } from "../addresses";
import { AskButton } from "../testing/AskButton";
import classes from "./Editor.module.css";

interface EditorFrameProps {
  title: string;
  /** A line about the article under its name. */
  says?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  side: ReactNode;
}

export function EditorFrame({ title, says, actions, children, side }: EditorFrameProps) {
  useTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.writing}>
        <div className={classes.column}>
          <header className={classes.head}>
            <div>
              <Link href={ARTICLES} className={classes.back}>
                <BackIcon size={14} />
                <Trans>Articles</Trans>
              </Link>
              <h1 className="sr">{title}</h1>
              {says && <p>{says}</p>}
            </div>
            <div className={classes.actions}>
              <AskButton />
              {actions}
            </div>
          </header>
          {children}
        </div>
      </div>
      <aside className={classes.side} aria-label={t`Beside the text`}>
        {side}
      </aside>
    </main>
  );
}
