/** Of which days, compared with which, narrowed to what: the bar over every report. */

import { t } from "@lingui/core/macro";
import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from "react";
import type { Compare } from "../../api/reports";
import { HistoryNote } from "../../ui/HistoryNote";
import { Chips } from "./Chips";
import type { Chosen } from "./chosen";
import { type Choice, COMPARED, comparedWith, PRESETS, periodInWords } from "./period";
import classes from "./Query.module.css";
import type { Report } from "./useChosen";

const FilterMenu = lazy(() => import("./FilterMenu"));

const OTHER = "other";
const PRESET_WORDS: Record<(typeof PRESETS)[number], string> = {
  7: t`7 days`,
  28: t`28 days`,
  90: t`90 days`,
  365: t`A year`,
};

interface ReportBarProps {
  report: Report;
  change: (change: Partial<Chosen>) => void;
  /** Nothing is compared here. */
  alone?: boolean;
  children?: ReactNode;
}

export function ReportBar({ report, change, alone = false, children }: ReportBarProps) {
  const before = alone ? null : comparedWith(report.period, report.compare);
  const compared = before && (report.reaches === null || before.from >= report.reaches) ? before : null;
  const now = periodInWords(report.period, report.today);
  const then = compared && periodInWords(compared, report.today);
  return (
    <search className={classes.whole} aria-label={t`Of which days, and of whom`}>
      <div className={classes.bar} data-noprint>
        <Days report={report} onChoose={(choice) => change({ choice, grain: null })} />
        {!alone && (
          <NativeSelect
            size="xs"
            aria-label={t`Compared with`}
            value={report.compare}
            onChange={(event) => change({ compare: event.currentTarget.value as Compare })}
            data={Object.entries(COMPARED).map(([value, label]) => ({ value, label }))}
          />
        )}
        <Suspense fallback={null}>
          <FilterMenu report={report} change={change} />
        </Suspense>
        <span className={classes.grow} />
        {children}
      </div>
      <p className={classes.says}>
        <span>{then ? t`${now}, compared with ${then}` : now}</span>
        <HistoryNote />
        <Chips report={report} change={change} />
      </p>
    </search>
  );
}

/** A day is taken when the field is left: a date that is typed is another one at every stroke. */
const blurOnEnter = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
  if (key === "Enter") currentTarget.blur();
};

/** The usual lengths, or any two days. */
function Days({ report, onChoose }: { report: Report; onChoose: (choice: Choice) => void }) {
  const { choice, period, today } = report;
  const [own, setOwn] = useState(false);
  const open = own || !("days" in choice);
  const chosen = (value: string) => {
    setOwn(value === OTHER);
    if (value !== OTHER) onChoose({ days: Number(value) });
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t`Days`}
        value={open ? OTHER : String("days" in choice ? choice.days : OTHER)}
        data={[
          ...PRESETS.map((days) => ({ value: String(days), label: PRESET_WORDS[days] })),
          { value: OTHER, label: t({ message: "Other", context: "days" }) },
        ]}
        onChange={chosen}
      />
      {open && (
        <span className={classes.days}>
          <TextInput
            size="xs"
            type="date"
            aria-label={t`First day`}
            defaultValue={period.from}
            key={`from ${period.from}`}
            onKeyDown={blurOnEnter}
            max={period.to}
            onBlur={({ currentTarget: { value } }) =>
              value && value <= period.to && value !== period.from && onChoose({ ...period, from: value })
            }
          />
          <span aria-hidden="true">–</span>
          <TextInput
            size="xs"
            type="date"
            aria-label={t`Last day`}
            defaultValue={period.to}
            key={`to ${period.to}`}
            onKeyDown={blurOnEnter}
            min={period.from}
            max={today}
            onBlur={({ currentTarget: { value } }) =>
              value && value >= period.from && value !== period.to && onChoose({ ...period, to: value })
            }
          />
        </span>
      )}
    </>
  );
}
