/** The week of a team: each day with none, one or several stretches. */

import type { Stretch } from "../../api/hours";
import { DayRow } from "./DayRow";
import classes from "./Hours.module.css";
import { copied, onDay, WEEKDAYS, withDay } from "./week";

interface WeekEditorProps {
  weekly: Stretch[];
  onChange: (weekly: Stretch[]) => void;
}

export function WeekEditor({ weekly, onChange }: WeekEditorProps) {
  return (
    <div className={classes.week}>
      {WEEKDAYS.map((weekday) => (
        <DayRow
          key={weekday}
          weekday={weekday}
          stretches={onDay(weekly, weekday)}
          onChange={(stretches) => onChange(withDay(weekly, weekday, stretches))}
          onCopy={(to) => onChange(copied(weekly, weekday, to))}
        />
      ))}
    </div>
  );
}
