/** How high the risk is: a number, a bar and a word. */

import type { Tier } from "../api/control";
import classes from "./Risk.module.css";
import { TIER_NAMES } from "./words";

export function RiskBar({ risk, tier }: { risk: number; tier: Tier }) {
  return (
    <span className={classes.risk} data-tier={tier}>
      <span className={classes.number}>
        <b>{Math.round(risk)}</b> {TIER_NAMES[tier]}
      </span>
      <span className={classes.track}>
        <span className={classes.value} style={{ transform: `scaleX(${risk / 100})` }} />
      </span>
    </span>
  );
}
