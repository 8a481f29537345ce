/** Where one is signed in, and the way to end it there. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { SessionEntry } from "../api/account";
import { Ago } from "../ui/Ago";
import { Failure } from "../ui/Failure";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { useEndSession, useSessions } from "./useAccount";

export function Sessions() {
  const { data: sessions, error, refetch } = useSessions();
  const end = useEndSession();
  if (!sessions && !error) return <SectionSkeleton fields={1} />;
  const others = sessions?.some((session) => !session.current) ?? false;
  return (
    <Section
      title={t`Sessions`}
      says={t`Every browser in which you are signed in. What you do not know, sign out, and change your password.`}
      actions={
        others && (
          <Button
            variant="default"
            loading={end.isPending && end.variables === null}
            onClick={() => end.mutate(null)}
          >
            <Trans>Sign out all others</Trans>
          </Button>
        )
      }
    >
      {error ? (
        <Failure
          problem={error}
          what={t`Your sessions could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : (
        <ul className={classes.sessions} aria-label={t`Sessions`}>
          {sessions?.map((session) => (
            <Entry
              key={session.id}
              session={session}
              busy={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface EntryProps {
  session: SessionEntry;
  busy: boolean;
  onEnd: () => void;
}

function Entry({ session, busy, onEnd }: EntryProps) {
  const { browser, address, current, seen_at, created_at } = session;
  const name = browser || t`Unknown browser`;
  return (
    <li className={classes.session}>
      <div>
        <strong>{name}</strong>
        {current && (
          <span className={classes.current}>
            <Trans>This one</Trans>
          </span>
        )}
        <span className={classes.quiet}>
          <Trans>
            {address} · signed in <Ago at={created_at} /> · last seen <Ago at={seen_at} />
          </Trans>
        </span>
      </div>
      {!current && (
        <Button
          variant="default"
          size="xs"
          loading={busy}
          aria-label={t`Sign out ${name} at ${address}`}
          onClick={onEnd}
        >
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  );
}
