/** Who is in a team: a tick puts somebody in at once, or takes them out. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Modal } from "@mantine/core";
import type { Person, TeamEntry } from "../api/people";
import { FormProblem } from "../ui/FormProblem";
import { PeopleSkeleton } from "./PeopleSkeleton";
import { ROLE_NAMES } from "./roles";
import classes from "./Team.module.css";
import { usePeople } from "./usePeople";
import { useMove } from "./useTeams";

interface MembersDialogProps {
  team: TeamEntry;
  opened: boolean;
  onClose: () => void;
}

export function MembersDialog({ team, opened, onClose }: MembersDialogProps) {
  const { name } = team;
  return (
    <Modal opened={opened} onClose={onClose} title={t`People of ${name}`} size={440}>
      <Members team={team} />
      <div className={classes.foot}>
        <Button onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </Modal>
  );
}

const isIn = (person: Person, team: TeamEntry): boolean => person.teams.some(({ id }) => id === team.id);

function Members({ team }: { team: TeamEntry }) {
  const { data: people } = usePeople();
  const move = useMove(team);
  const { name } = team;
  if (!people) return <PeopleSkeleton />;
  const moving = move.isPending ? move.variables : null;
  const ticked = (person: Person) => (moving?.person.id === person.id ? moving.inside : isIn(person, team));
  const active = people.filter((person) => person.active);
  return (
    <>
      <ul className={classes.members} aria-label={t`People, ticked when in ${name}`}>
        {active.map((person) => (
          <li key={person.id} className={classes.member}>
            <Checkbox
              label={person.name}
              description={ROLE_NAMES[person.role]}
              checked={ticked(person)}
              disabled={move.isPending && moving?.person.id !== person.id}
              onChange={(event) => move.mutate({ person, inside: event.currentTarget.checked })}
            />
          </li>
        ))}
      </ul>
      <FormProblem problem={move.error} />
    </>
  );
}
