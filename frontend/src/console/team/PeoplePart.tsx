/** The people of the team, then those who were invited and have not come yet. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { SearchIcon } from "../shell/icons";
import { useMay } from "../shell/useMay";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { Invitations } from "./Invitations";
import { inOrder, matching } from "./order";
import { PeopleSkeleton } from "./PeopleSkeleton";
import { PeopleTable } from "./PeopleTable";
import { SeatsLine } from "./SeatsLine";
import classes from "./Team.module.css";
import { usePeople } from "./usePeople";

/** Fewer than these are seen at a glance. */
const SEARCH_FROM = 8;

export function PeoplePart({ onInvite }: { onInvite: () => void }) {
  const [typed, setTyped] = useState("");
  const mayManage = useMay("people.manage");
  const { data: people, error, refetch } = usePeople();
  if (error) {
    return (
      <Failure problem={error} what={t`The people could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!people) return <PeopleSkeleton />;
  const found = inOrder(matching(people, typed));
  const alone = people.length === 1;
  return (
    <>
      {people.length >= SEARCH_FROM && (
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t`Search people`}
          placeholder={t`Name, e-mail, role or team`}
          leftSection={<SearchIcon size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <SeatsLine />
      {found.length > 0 ? (
        <PeopleTable people={found} mayManage={mayManage} />
      ) : (
        <Empty title={t`Nobody matches “${typed}”`}>
          <p>
            <Trans>The search looks at names, addresses, roles and teams.</Trans>
          </p>
        </Empty>
      )}
      {alone && mayManage && (
        <div className={classes.alone}>
          <Empty title={t`You are the only one here`}>
            <p>
              <Trans>
                Whoever you invite gets a letter with a link that is good for one person. They choose their
                own password and are at work in a minute.
              </Trans>
            </p>
            <Button variant="default" size="xs" onClick={onInvite}>
              <Trans>Invite people</Trans>
            </Button>
          </Empty>
        </div>
      )}
      {mayManage && <Invitations />}
    </>
  );
}
