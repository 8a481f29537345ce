/** What is offered to somebody, for how long still, and how to take it or pass it on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { decline } from "../../api/routing";
import type { ConversationRow } from "../../desk/wire";
import { tell, tellFailure } from "../../ui/notices";
import type { Actions } from "../useActions";
import { useInboxKeys } from "../useInboxKeys";
import classes from "./Offer.module.css";
import { left } from "./words";

interface OfferBarProps {
  row: ConversationRow;
  meId: string;
  actions: Actions;
}

const A_SECOND = 1000;

export default function OfferBar({ row, meId, actions }: OfferBarProps) {
  const { offered_to: to, offered_until: until } = row;
  const now = useSeconds();
  const pass = useMutation({
    mutationFn: () => decline(row.id, row.control.epoch),
    onSuccess: (after) => {
      actions.stored(after);
      tell(
        after.offered_to
          ? t`${{ who: after.offered_to.name }} is asked now`
          : t`It waits for somebody else now`,
      );
    },
    onError: tellFailure,
  });
  const mine = to?.id === meId;
  useInboxKeys({ decline: mine && !pass.isPending ? () => pass.mutate() : undefined });
  if (!to) return null;
  const stands = until && Date.parse(until) > now ? left(until, now) : null;
  return (
    <section className={classes.bar} aria-label={t`Offer`} data-mine={mine || undefined}>
      <p>
        <Words to={mine ? null : to.name} left={stands} />
      </p>
      {mine && (
        <span className={classes.acts}>
          <Button
            size="compact-sm"
            aria-keyshortcuts="a"
            title={t`Key a`}
            onClick={actions.take}
            loading={actions.busy}
          >
            <Trans>Accept</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-keyshortcuts="o"
            title={t`Key o`}
            onClick={() => pass.mutate()}
            loading={pass.isPending}
          >
            <Trans>Not now</Trans>
          </Button>
        </span>
      )}
    </section>
  );
}

/** To whom it is offered, null for the reader, and for how long still. */
function Words({ to: name, left: stands }: { to: string | null; left: string | null }) {
  if (!stands)
    return name ? <Trans>This is offered to {name}.</Trans> : <Trans>This is offered to you.</Trans>;
  if (!name)
    return (
      <Trans>
        This is offered to you for <time className={classes.left}>{stands}</time>, then somebody else is
        asked.
      </Trans>
    );
  return (
    <Trans>
      This is offered to {name} for <time className={classes.left}>{stands}</time>, then somebody else is
      asked.
    </Trans>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), A_SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}
