/** To which teams somebody belongs: a box to tick for each. */

import { t } from "@lingui/core/macro";
import { Checkbox } from "@mantine/core";
import classes from "./Team.module.css";
import { useTeams } from "./usePeople";

interface TeamChoiceProps {
  value: string[];
  error?: string | null;
  onChange: (teams: string[]) => void;
}

/** Nothing while there is no team to choose. */
export function TeamChoice({ value, error, onChange }: TeamChoiceProps) {
  const { data: teams = [] } = useTeams();
  if (teams.length === 0) return null;
  return (
    <Checkbox.Group
      label={t`Teams`}
      description={t`They are offered what waits for these teams.`}
      value={value}
      error={error}
      onChange={onChange}
    >
      <div className={classes.ticks}>
        {teams.map((team) => (
          <Checkbox key={team.id} value={team.id} label={team.name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
