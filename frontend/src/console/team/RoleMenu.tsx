/** The role of a person; a click shows the others with what each may do. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Person } from "../api/people";
import { useMe } from "../desk/DeskContext";
import type { Role } from "../desk/wire";
import { CheckIcon, ChevronIcon } from "../shell/icons";
import { Confirm } from "../ui/Confirm";
import { maySetRoleOf, ROLE_MEANS, ROLE_NAMES, ROLES, rolesToGive } from "./roles";
import classes from "./Team.module.css";
import { useGiveRole } from "./usePeople";

export function RoleMenu({ person, mayManage }: { person: Person; mayManage: boolean }) {
  const mine = useMe().role;
  const give = useGiveRole();
  const [asked, setAsked] = useState<Role | null>(null);
  const name = ROLE_NAMES[person.role];
  const who = person.name;
  const next = asked ? ROLE_NAMES[asked] : "";
  if (!mayManage || !person.active || !maySetRoleOf(mine, person.role)) {
    return <span title={ROLE_MEANS[person.role]}>{name}</span>;
  }
  const choose = (role: Role) => {
    if (role === person.role) return;
    // Whoever gives away rights of their own cannot take them back.
    if (person.you) setAsked(role);
    else give(person, role);
  };
  return (
    <>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <UnstyledButton className={classes.role} aria-label={t`Role of ${who}: ${name}`}>
            {name}
            <ChevronIcon size={12} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {ROLES.map((role) => (
            <RoleItem
              key={role}
              role={role}
              chosen={role === person.role}
              given={rolesToGive(mine).includes(role)}
              onChoose={() => choose(role)}
            />
          ))}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asked !== null}
        title={t`Change your own role?`}
        does={t`Become ${next}`}
        busy={false}
        problem={null}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) give(person, asked);
          setAsked(null);
        }}
      >
        <p>
          <Trans>
            You give away rights that you cannot give back to yourself. Somebody with a role above your new
            one can.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}

interface RoleItemProps {
  role: Role;
  chosen: boolean;
  /** Within what the reader may give. */
  given: boolean;
  onChoose: () => void;
}

function RoleItem({ role, chosen, given, onChoose }: RoleItemProps) {
  const [name, means] = [ROLE_NAMES[role], ROLE_MEANS[role]];
  return (
    <Menu.Item
      onClick={onChoose}
      disabled={!given}
      rightSection={chosen ? <CheckIcon /> : null}
      aria-label={chosen ? t`${name}, as now: ${means}` : `${name}: ${means}`}
    >
      <span className={classes.roleName}>{name}</span>
      <span className={classes.roleMeans}>{means}</span>
    </Menu.Item>
  );
}
