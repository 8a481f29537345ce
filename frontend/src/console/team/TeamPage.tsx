/** The team: the people with their roles, the invitations on their way, and the teams. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Redirect, Route, Switch } from "wouter";
import { PlusIcon } from "../shell/icons";
import { useMay } from "../shell/useMay";
import { Page } from "../ui/Page";
import { PageTabs } from "../ui/PageTabs";
import { InviteDialog } from "./InviteDialog";
import { PeoplePart } from "./PeoplePart";
import { SkillsPart } from "./SkillsPart";
import { TeamsPart } from "./TeamsPart";
import { usePeople, useTeams } from "./usePeople";
import { useSkills } from "./useSkills";

const PEOPLE = "/console/team";
const TEAMS = "/console/team/teams";
const SKILLS = "/console/team/skills";

export default function TeamPage() {
  const [inviting, setInviting] = useState(false);
  const mayInvite = useMay("people.manage");
  const people = usePeople();
  const teams = useTeams();
  const skills = useSkills();
  return (
    <Page
      title={t`Team`}
      wide
      says={t`Who works here, what each may do, and the teams that take conversations together.`}
      actions={
        mayInvite && (
          <Button leftSection={<PlusIcon size={14} />} onClick={() => setInviting(true)}>
            <Trans>Invite people</Trans>
          </Button>
        )
      }
    >
      <PageTabs
        label={t`Parts of the team`}
        tabs={[
          { name: t`People`, href: PEOPLE, count: people.data?.filter((person) => person.active).length },
          { name: t`Teams`, href: TEAMS, count: teams.data?.length },
          { name: t`Skills`, href: SKILLS, count: skills.data?.length },
        ]}
      />
      <Switch>
        <Route path={PEOPLE}>
          <PeoplePart onInvite={() => setInviting(true)} />
        </Route>
        <Route path={TEAMS}>
          <TeamsPart />
        </Route>
        <Route path={SKILLS}>
          <SkillsPart />
        </Route>
        <Redirect to={PEOPLE} replace />
      </Switch>
      {mayInvite && <InviteDialog opened={inviting} onClose={() => setInviting(false)} />}
    </Page>
  );
}
