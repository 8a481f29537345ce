/** When somebody works: whenever they are here, or by the week. */

import { Input, SegmentedControl } from "@mantine/core";
import type { Stretch } from "../api/hours";
import { WeekEditor } from "../settings/hours/WeekEditor";
import { usualWeek, weekProblem } from "../settings/hours/week";

interface ShiftsProps {
  value: Stretch[];
  error?: string | null;
  onChange: (weekly: Stretch[]) => void;
}

export function Shifts({ value, error, onChange }: ShiftsProps) {
  const always = value.length === 0;
  return (
    <Input.Wrapper
      label="Shifts"
      description="Outside of them nothing is offered, also when they are online."
      error={error ?? weekProblem(value)}
    >
      <SegmentedControl
        aria-label="When this person works"
        value={always ? "always" : "weekly"}
        data={[
          { value: "always", label: "Whenever online" },
          { value: "weekly", label: "By the week" },
        ]}
        onChange={(kind) => onChange(kind === "always" ? [] : usualWeek())}
      />
      {!always && <WeekEditor weekly={value} onChange={onChange} />}
    </Input.Wrapper>
  );
}
