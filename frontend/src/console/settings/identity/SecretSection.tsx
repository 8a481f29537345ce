/** The secret: made here, shown once, and changed without shutting anybody out. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "../../../shared/time";
import { endOldSecret, type Identity, makeSecret } from "../../api/identity";
import { Ago } from "../../ui/Ago";
import { Confirm } from "../../ui/Confirm";
import { CopyBox } from "../../ui/CopyBox";
import { tell, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import classes from "./Identity.module.css";
import { identityKey, useKeepIdentity } from "./identityKey";

type Asking = "change" | "stolen" | "end" | null;

interface SecretSectionProps {
  identity: Identity;
  mayManage: boolean;
}

export function SecretSection({ identity, mayManage }: SecretSectionProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const [told, setTold] = useState<string | null>(null);
  const keep = useKeepIdentity();
  const make = useMutation({
    mutationFn: makeSecret,
    onSuccess: ({ secret, ...state }) => {
      setTold(secret);
      keep(state);
      setAsking(null);
    },
    onError: (problem) => !identity.has_secret && tellFailure(problem),
  });
  return (
    <Section
      title={t`Secret`}
      says={t`Your server signs who a customer is with this secret. Keep it on the server: whoever has it can be anybody.`}
      actions={
        mayManage &&
        !identity.has_secret && (
          <Button loading={make.isPending} onClick={() => make.mutate(true)}>
            <Trans>Make a secret</Trans>
          </Button>
        )
      }
    >
      {told !== null && (
        <div className={classes.told} role="status">
          <p>
            <Trans>This is shown only now. Put it where your server keeps its secrets.</Trans>
          </p>
          <CopyBox text={told} what={t`the secret`} />
          <Button variant="default" size="xs" onClick={() => setTold(null)}>
            <Trans>I have kept it</Trans>
          </Button>
        </div>
      )}
      {identity.has_secret && <State identity={identity} mayManage={mayManage} onAsk={setAsking} />}
      <Confirm
        opened={asking === "change"}
        title={t`Make a new secret?`}
        does={t`Make a new one`}
        harmless
        busy={make.isPending}
        problem={make.error}
        onClose={() => setAsking(null)}
        onConfirm={() => make.mutate(true)}
      >
        <p>
          <Trans>
            The secret of today counts for another week, so that nobody is shut out while you change it.
          </Trans>
        </p>
      </Confirm>
      <Confirm
        opened={asking === "stolen"}
        title={t`Replace a secret that somebody else has?`}
        does={t`Replace it now`}
        busy={make.isPending}
        problem={make.error}
        onClose={() => setAsking(null)}
        onConfirm={() => make.mutate(false)}
      >
        <p>
          <Plural
            value={identity.customers}
            one="The old secret ends at once, and with it everything that it ever signed: # identified customer has to be identified anew. Their conversations stay."
            other="The old secret ends at once, and with it everything that it ever signed: # identified customers have to be identified anew. Their conversations stay."
          />
        </p>
      </Confirm>
      <EndOld opened={asking === "end"} onClose={() => setAsking(null)} />
    </Section>
  );
}

interface StateProps extends SecretSectionProps {
  onAsk: (asking: Asking) => void;
}

function State({ identity, mayManage, onAsk }: StateProps) {
  const { made_at, last_used_at, old_until } = identity;
  const until = old_until && moment(old_until);
  return (
    <>
      <ul className={classes.state}>
        {made_at && (
          <li>
            <Trans>
              Made <Ago at={made_at} />
            </Trans>
          </li>
        )}
        <li>
          {last_used_at ? (
            <Trans>
              Last used <Ago at={last_used_at} />
            </Trans>
          ) : (
            t`Not used yet`
          )}
        </li>
        {old_until && (
          <li>
            <Trans>The secret before counts until {until}</Trans>
          </li>
        )}
      </ul>
      {mayManage && (
        <div className={classes.buttons}>
          <Button variant="default" size="xs" onClick={() => onAsk("change")}>
            <Trans>Make a new secret</Trans>
          </Button>
          {old_until && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => onAsk("end")}>
              <Trans>End the one before now</Trans>
            </Button>
          )}
          <Button variant="subtle" color="gray" size="xs" onClick={() => onAsk("stolen")}>
            <Trans>Somebody else has it</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

function EndOld({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endOldSecret,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: identityKey });
      tell(t`Only the newest secret counts now`);
      onClose();
    },
  });
  return (
    <Confirm
      opened={opened}
      title={t`End the secret before?`}
      does={t`End it`}
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
      onConfirm={() => end.mutate()}
    >
      <p>
        <Trans>What a server still signs with it counts no more.</Trans>
      </p>
    </Confirm>
  );
}
