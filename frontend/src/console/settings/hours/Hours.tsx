/** When people are at work: days off for everybody, then the week of each team. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { listTeams } from "../../api/conversations";
import type { Workspace } from "../../api/workspace";
import { keys } from "../../desk/keys";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import { sectionPath } from "../sections";
import { CompanyHolidays } from "./CompanyHolidays";
import { TeamWeek } from "./TeamWeek";

const PATH = sectionPath("hours");

export function Hours({ workspace }: { workspace: Workspace }) {
  return (
    <>
      <Teams workspace={workspace} />
      <CompanyHolidays />
    </>
  );
}

function Teams({ workspace }: { workspace: Workspace }) {
  const [path, go] = useLocation();
  const { data, error, refetch } = useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => listTeams(signal),
  });
  if (error)
    return (
      <Failure problem={error} what={t`The teams could not be loaded.`} onRetry={() => void refetch()} />
    );
  const teams = data?.data;
  const team = teams?.find(({ id }) => path === `${PATH}/${id}`) ?? teams?.[0];
  return (
    <Section title={t`Opening hours`} says={t`Each team keeps its own.`}>
      {!teams && <Bone width="100%" height={36} />}
      {teams && !team && (
        <Empty title={t`No teams yet`}>
          <p>
            <Trans>Opening hours belong to a team. Make one, such as “Orders”, and come back.</Trans>
          </p>
          <Link href="/console/team/teams">
            <Trans>Go to the teams</Trans>
          </Link>
        </Empty>
      )}
      {teams && team && (
        <>
          <Select
            label={t`Team`}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={team.id}
            allowDeselect={false}
            searchable={teams.length > 8}
            onChange={(id) => id && go(`${PATH}/${id}`, { replace: true })}
          />
          <TeamWeek key={team.id} team={team} companyZone={workspace.time_zone} />
        </>
      )}
    </Section>
  );
}
