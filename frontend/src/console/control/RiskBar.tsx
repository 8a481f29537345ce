/** How high the risk is: a number, a bar and a word. */

import { t } from "@lingui/core/macro";
import type { Tier } from "../api/control";
import classes from "./Risk.module.css";
import { TIER_NAMES } from "./words";

interface BarProps {
  risk: number;
  tier: Tier;
  /** Somebody put it aside. */
  aside?: boolean;
}

export function RiskBar({ risk, tier, aside = false }: BarProps) {
  return (
    <span className={classes.risk} data-tier={tier}>
      <span className={classes.number}>
        <b>{Math.round(risk)}</b> {aside ? t`Aside` : TIER_NAMES[tier]}
      </span>
      <span className={classes.track}>
        <span className={classes.value} style={{ transform: `scaleX(${risk / 100})` }} />
      </span>
    </span>
  );
}
