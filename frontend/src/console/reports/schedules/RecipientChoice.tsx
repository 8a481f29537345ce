/** Who gets a scheduled report: people of the company who may read reports. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import type { Person } from "../../api/people";
import type { Recipient } from "../../api/sending";
import { Bone } from "../../ui/Bone";
import classes from "./Schedules.module.css";
import { usePeople } from "./useSchedules";

const MAY: readonly Person["role"][] = ["supervisor", "admin", "owner"];

interface RecipientChoiceProps {
  chosen: string[];
  /** Those on its list, who may have lost the right since. */
  known: readonly Recipient[];
  problem: string | null;
  onChange: (chosen: string[]) => void;
}

export function RecipientChoice({ chosen, known, problem, onChange }: RecipientChoiceProps) {
  const { data } = usePeople();
  const able = (data?.data ?? []).filter((one) => one.active && MAY.includes(one.role));
  const others = known.filter((one) => !able.some(({ id }) => id === one.id));
  const choose = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={classes.group}>
      <legend>
        <Trans>Who gets it</Trans>
      </legend>
      {!data && <Bone width="60%" height={24} />}
      <div className={classes.people}>
        {[...able, ...(data ? others : [])].map((one) => (
          <Checkbox
            key={one.id}
            size="xs"
            label={one.name}
            description={"may" in one ? t`May not read reports any more` : one.email}
            checked={chosen.includes(one.id)}
            onChange={() => choose(one.id)}
          />
        ))}
      </div>
      {(problem || chosen.length === 0) && (
        <p className={classes.problem} role="alert">
          {problem ?? t`Choose at least one person.`}
        </p>
      )}
      <p className={classes.hint}>
        <Trans>Supervisors, admins and owners. Who may not read reports when it goes gets none.</Trans>
      </p>
    </fieldset>
  );
}
