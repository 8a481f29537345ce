/** How a figure is worked out, one click away. */

import { t } from "@lingui/core/macro";
import { Popover } from "@mantine/core";
import type { Metric } from "../../api/reports";
import classes from "./Figures.module.css";
import { sentenceOf } from "./words";

export function Definition({ metric }: { metric: Metric }) {
  const { name } = metric;
  return (
    <Popover width={320} position="bottom-start" shadow="md" returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={classes.what} aria-label={t`What is “${name}”?`} data-noprint>
          <span>?</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.definition}>
        <DefinitionWords metric={metric} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function DefinitionWords({ metric }: { metric: Metric }) {
  return (
    <>
      <p>{sentenceOf(metric)}</p>
      <p>{metric.definition}</p>
      <p className={classes.quiet}>
        {metric.counted_by}
        {metric.unit !== "count" && (
          <> {t`The range beside the figure is its 95% interval: so far off may chance alone have put it.`}</>
        )}
      </p>
    </>
  );
}
