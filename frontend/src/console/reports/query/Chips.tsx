/** What a report is narrowed to, each with a way to let it go. */

import { t } from "@lingui/core/macro";
import { FILTERS } from "../../api/reports";
import { CloseIcon } from "../../shell/icons";
import { FILTER_NAMES, nameOf, useChoices } from "./choices";
import { type Chosen, narrowedBy } from "./chosen";
import classes from "./Query.module.css";
import type { Report } from "./useChosen";

export function Chips({ report, change }: { report: Report; change: (change: Partial<Chosen>) => void }) {
  return FILTERS.filter((name) => report.filter[name] !== undefined).map((name) => (
    <Chip
      key={name}
      name={name}
      report={report}
      onClear={() => change({ filter: narrowedBy(report.filter, name, null) })}
    />
  ));
}

interface ChipProps {
  name: (typeof FILTERS)[number];
  report: Report;
  onClear: () => void;
}

function Chip({ name, report, onClear }: ChipProps) {
  const key = report.filter[name] ?? "";
  const choices = useChoices(report, name);
  const words = `${FILTER_NAMES[name]}: ${nameOf(name, key, choices.data)}`;
  return (
    <span className={classes.chip}>
      {words}
      <button type="button" aria-label={t`No longer narrow by ${words}`} onClick={onClear} data-noprint>
        <CloseIcon size={12} />
      </button>
    </span>
  );
}
