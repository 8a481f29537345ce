/** A rating as a pill; the words say what its colour does. */

import classes from "./Ratings.module.css";
import { satisfactionWords, toneOf } from "./words";

export function Score({ value }: { value: number }) {
  return (
    <span className={classes.score} data-tone={toneOf(value)}>
      {satisfactionWords(value)}
    </span>
  );
}
