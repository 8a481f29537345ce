/** Somebody else saved or published other rules meanwhile: who, and whose are to go on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Ago } from "../../ui/Ago";
import { refreshRules } from "../useRules";
import classes from "./Book.module.css";
import { useBuilder, useDraft } from "./BuilderContext";

export function Conflict() {
  const { keeper, rules } = useBuilder();
  const { theirs } = useDraft();
  const client = useQueryClient();
  if (!theirs) return null;
  const { by, version } = theirs;
  const published = version !== rules.version;
  const ago = theirs.at && <Ago at={theirs.at} past />;
  const take = async () => {
    keeper.takeTheirs();
    if (published) await refreshRules(client);
  };
  const keep = async () => {
    await keeper.keepMine();
    if (published) await refreshRules(client);
  };
  return (
    <section className={classes.notice} role="alert" aria-label={t`Two drafts`}>
      <h2>
        {theirs.draft ? (
          <Trans>
            {by} changed the draft {ago}
          </Trans>
        ) : (
          <Trans>
            {by} published version {version} {ago}
          </Trans>
        )}
      </h2>
      <p>
        <Trans>What you changed is not saved. Go on with theirs, or keep yours in the place of theirs.</Trans>
      </p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => void take()}>
          <Trans>Take theirs</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => void keep()}>
          <Trans>Keep mine</Trans>
        </Button>
      </div>
    </section>
  );
}
