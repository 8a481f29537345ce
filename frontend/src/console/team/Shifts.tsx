/** When somebody works: whenever they are here, or by the week. */

import { t } from "@lingui/core/macro";
import { Input, SegmentedControl } from "@mantine/core";
import type { Stretch } from "../api/hours";
import { WeekEditor } from "../settings/hours/WeekEditor";
import { usualWeek, weekProblem } from "../settings/hours/week";
import { ZoneSelect } from "../settings/ZoneSelect";
import classes from "./Team.module.css";

interface ShiftsProps {
  value: Stretch[];
  /** In which the week is meant; the company's when empty. */
  zone: string;
  error?: string | null;
  zoneError?: string | null;
  onChange: (weekly: Stretch[]) => void;
  onZone: (zone: string) => void;
}

export function Shifts({ value, zone, error, zoneError, onChange, onZone }: ShiftsProps) {
  const always = value.length === 0;
  return (
    <Input.Wrapper
      label={t`Shifts`}
      description={t`Outside of them nothing is offered, also when they are online.`}
      error={error ?? weekProblem(value)}
    >
      <div className={classes.shifts}>
        <SegmentedControl
          aria-label={t`When this person works`}
          value={always ? "always" : "weekly"}
          data={[
            { value: "always", label: t`Whenever online` },
            { value: "weekly", label: t`By the week` },
          ]}
          onChange={(kind) => onChange(kind === "always" ? [] : usualWeek())}
        />
        {!always && (
          <>
            <WeekEditor weekly={value} onChange={onChange} />
            <ZoneSelect
              label={t`Time zone of these shifts`}
              first={{ value: "", label: t`The company’s` }}
              value={zone}
              error={zoneError}
              onChoose={onZone}
            />
          </>
        )}
      </div>
    </Input.Wrapper>
  );
}
