/** Fields that only those may change who manage the settings; for others, and while the plan locks them, to read. */

import type { ReactNode } from "react";
import { useMe } from "../desk/DeskContext";
import { useMay } from "../shell/useMay";
import classes from "./Settings.module.css";

interface FieldsProps {
  legend?: string;
  /** What can be changed whatever the plan locks, such as how far the assistant acts. */
  alwaysOpen?: boolean;
  children: ReactNode;
}

export function Fields({ legend, alwaysOpen = false, children }: FieldsProps) {
  const mayChange = useMay("settings.manage");
  const locked = useMe().plan.lock !== null && !alwaysOpen;
  return (
    <fieldset className={classes.fields} disabled={!mayChange || locked}>
      {legend && <legend className="sr">{legend}</legend>}
      {children}
    </fieldset>
  );
}
