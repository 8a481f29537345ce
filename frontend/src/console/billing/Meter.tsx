/** How much of what is included is used, as a bar; the words beside it say the same. */

import type { Usage } from "../api/billing";
import classes from "./Billing.module.css";

const NEAR = 0.8;

export function Meter({ usage }: { usage: Usage }) {
  const { net, included, cap } = usage;
  if (included === null) return null;
  const whole = Math.max(cap ?? Math.max(net, included), 1);
  const share = Math.min(1, Math.max(0, net) / whole);
  const mood = cap === null || share < NEAR ? undefined : share < 1 ? "near" : "full";
  return (
    <div className={classes.meter} aria-hidden="true" data-mood={mood}>
      <span style={{ width: `${100 * share}%` }} />
      {included < whole && <i style={{ left: `${(100 * included) / whole}%` }} />}
    </div>
  );
}
