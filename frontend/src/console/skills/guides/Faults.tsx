/** What would leave a customer stuck; each leads to its step. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { GuideFault, GuideStep } from "../../api/guides";
import classes from "./Guide.module.css";
import { outline } from "./guideForm";

export const stepId = (id: string): string => `guide-step-${id}`;

const stepSays = (number: number, says: string): string => t`Step ${number}: ${says}`;

export function Faults({ faults, steps }: { faults: GuideFault[]; steps: GuideStep[] }) {
  const { numbers } = outline(steps);
  if (faults.length === 0)
    return (
      <p className={classes.sound}>
        <Trans>No dead ends and no loops.</Trans>
      </p>
    );
  const go = (id: string) => document.getElementById(stepId(id))?.querySelector("textarea")?.focus();
  return (
    <section className={classes.faults} aria-label={t`What is missing`}>
      <p>
        <Trans>Before it can be switched on:</Trans>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.step} ${fault.says}`}>
            {fault.step && numbers.has(fault.step) ? (
              <button type="button" onClick={() => go(fault.step)}>
                {stepSays(numbers.get(fault.step) ?? 0, fault.says)}
              </button>
            ) : (
              fault.says
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
