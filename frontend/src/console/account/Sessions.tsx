/** Where one is signed in, and the way to end it there. */

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
      title="Sessions"
      says="Every browser in which you are signed in. What you do not know, sign out, and change your password."
      actions={
        others && (
          <Button
            variant="default"
            loading={end.isPending && end.variables === null}
            onClick={() => end.mutate(null)}
          >
            Sign out all others
          </Button>
        )
      }
    >
      {error ? (
        <Failure problem={error} what="Your sessions could not be loaded." onRetry={() => void refetch()} />
      ) : (
        <ul className={classes.sessions} aria-label="Sessions">
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
  const name = browser || "Unknown browser";
  return (
    <li className={classes.session}>
      <div>
        <strong>{name}</strong>
        {current && <span className={classes.current}>This one</span>}
        <span className={classes.quiet}>
          {address} · signed in <Ago at={created_at} /> · last seen <Ago at={seen_at} />
        </span>
      </div>
      {!current && (
        <Button
          variant="default"
          size="xs"
          loading={busy}
          aria-label={`Sign out ${name} at ${address}`}
          onClick={onEnd}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
