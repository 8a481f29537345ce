/** Whether the customer is here, and which colleagues look at the same conversation. */

import { plural, t } from "@lingui/core/macro";
import { useAudience } from "../../desk/DeskContext";
import { listed } from "../../shell/locale";
import classes from "./ThreadHeader.module.css";

function colleaguesInWords(names: string[]): string {
  const who = listed(names);
  return plural(names.length, {
    one: `${who} is looking at this too`,
    other: `${who} are looking at this too`,
  });
}

export function Present({ id }: { id: string }) {
  const { customerHere, colleagues } = useAudience(id);
  return (
    <span className={classes.present} role="status">
      {customerHere !== null && (
        <span className={classes.aside} data-here={customerHere || undefined}>
          {customerHere ? t`customer is here` : t`customer has left`}
        </span>
      )}
      {colleagues.length > 0 && (
        <span className={classes.looking}>{colleaguesInWords(colleagues.map((one) => one.name))}</span>
      )}
    </span>
  );
}
