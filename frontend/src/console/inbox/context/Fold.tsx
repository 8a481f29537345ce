/** A part of the context that is seldom needed: its title, and the rest once it is opened. */

import { type ReactNode, useState } from "react";
import { ChevronIcon } from "../../shell/icons";
import classes from "./Context.module.css";

interface FoldProps {
  title: string;
  count?: number;
  /** Open from the start. */
  opened?: boolean;
  children: ReactNode;
}

export function Fold({ title, count = 0, opened = false, children }: FoldProps) {
  const [open, setOpen] = useState(opened);
  return (
    <details
      className={classes.fold}
      open={open}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary>
        <ChevronIcon size={12} />
        <h3>{title}</h3>
        {count > 0 && <span>{count}</span>}
      </summary>
      {open && <div className={classes.folded}>{children}</div>}
    </details>
  );
}
