/** A number that opens what it counts. */

import classes from "./Quality.module.css";

/** None opens nothing. */
export function Count({ count, label, onOpen }: { count: number; label: string; onOpen: () => void }) {
  const words = label ? `${count} ${label}` : String(count);
  if (count === 0) return <span className={classes.none}>{words}</span>;
  return (
    <button type="button" className={classes.number} onClick={onOpen}>
      {words}
    </button>
  );
}
