/** The roles that the reader may give, each with what it means. */

import { t } from "@lingui/core/macro";
import { Radio } from "@mantine/core";
import { useMe } from "../desk/DeskContext";
import type { Role } from "../desk/wire";
import { ROLE_MEANS, ROLE_NAMES, rolesToGive } from "./roles";
import classes from "./Team.module.css";

export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const mine = useMe().role;
  return (
    <Radio.Group label={t`Role`} value={value} onChange={(role) => onChange(role as Role)}>
      <div className={classes.roles}>
        {rolesToGive(mine).map((role) => (
          <Radio key={role} value={role} label={ROLE_NAMES[role]} description={ROLE_MEANS[role]} />
        ))}
      </div>
    </Radio.Group>
  );
}
