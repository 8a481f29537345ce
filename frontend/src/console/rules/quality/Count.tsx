/** A number that opens what it counts. */

import type { Kind } from "../../api/quality";
import { number } from "../../shell/locale";
import classes from "./Quality.module.css";
import { counted } from "./words";

interface CountProps {
  count: number;
  /** What is counted, where nothing beside it says so. */
  kind?: Kind;
  /** What follows the number instead. */
  label?: string;
  onOpen: () => void;
}

/** None opens nothing. */
export function Count({ count, kind, label, onOpen }: CountProps) {
  const words = kind ? counted(kind, count) : [number(count), label].filter(Boolean).join(" ");
  if (count === 0) return <span className={classes.none}>{words}</span>;
  return (
    <button type="button" className={classes.number} onClick={onOpen}>
      {words}
    </button>
  );
}
