/** The teams: made, renamed, filled with people, and deleted with what follows said first. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atField } from "../api/problems";
import { useMay } from "../shell/useMay";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { FormProblem } from "../ui/FormProblem";
import table from "../ui/Table.module.css";
import { PeopleSkeleton } from "./PeopleSkeleton";
import classes from "./Team.module.css";
import { TeamRow } from "./TeamRow";
import { useTeams } from "./usePeople";
import { useCreateTeam } from "./useTeams";

export function TeamsPart() {
  const mayManage = useMay("teams.manage");
  const { data: teams, error, refetch } = useTeams();
  if (error) {
    return (
      <Failure problem={error} what={t`The teams could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!teams) return <PeopleSkeleton />;
  return (
    <>
      {mayManage && <NewTeam />}
      {teams.length === 0 ? (
        <Empty title={t`No teams yet`}>
          <p>
            <Trans>
              A team takes one kind of conversation, such as Billing or Returns. What the assistant hands over
              for it is offered to its people first. Without teams everything is offered to everybody.
            </Trans>
          </p>
        </Empty>
      ) : (
        <table className={table.table} aria-label={t`Teams`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Team</Trans>
              </th>
              <th scope="col">
                <Trans>People</Trans>
              </th>
              <th scope="col">
                <Trans>Online</Trans>
              </th>
              {mayManage && (
                <th scope="col">
                  <span className="sr">
                    <Trans>Actions</Trans>
                  </span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <TeamRow key={team.id} team={team} mayManage={mayManage} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function NewTeam() {
  const [name, setName] = useState("");
  const create = useCreateTeam();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <form className={classes.new} onSubmit={submit}>
      <TextInput
        aria-label={t`Name of the new team`}
        placeholder={t`Name of a new team`}
        required
        maxLength={80}
        value={name}
        error={atField(create.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={create.isPending}>
        <Trans>Add team</Trans>
      </Button>
      <FormProblem problem={create.error} fields={["name"]} />
    </form>
  );
}
