/** The end of a workspace, with thirty days to think again. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Closing, Workspace } from "../../api/workspace";
import { locale } from "../../shell/locale";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import { CloseDialog } from "./CloseDialog";
import classes from "./Closing.module.css";
import { useReopen } from "./useReopen";

export function ClosingSection({ workspace }: { workspace: Workspace }) {
  const mayClose = useMay("workspace.close");
  const [asking, setAsking] = useState(false);
  if (workspace.closing) return <Reopening closing={workspace.closing} />;
  if (!mayClose) {
    return (
      <Section danger title={t`Close the workspace`} says={t`Only an owner of your company closes it.`} />
    );
  }
  return (
    <Section
      danger
      title={t`Close the workspace`}
      says={t`The widget stops at once. Thirty days later everything is erased; until then an owner can open it again.`}
    >
      <div>
        <Button variant="default" className={classes.close} onClick={() => setAsking(true)}>
          <Trans>Close the workspace…</Trans>
        </Button>
      </div>
      <CloseDialog opened={asking} name={workspace.name} onClose={() => setAsking(false)} />
    </Section>
  );
}

function Reopening({ closing }: { closing: Closing }) {
  const mayReopen = useMay("workspace.close");
  const reopen = useReopen();
  const day = new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(new Date(closing.ends_at));
  return (
    <Section
      danger
      title={t`This workspace is closing`}
      says={
        mayReopen ? (
          <Trans>
            Everything in it is erased on <strong>{day}</strong>. Until then you can open it again, and all is
            as it was.
          </Trans>
        ) : (
          <Trans>
            Everything in it is erased on <strong>{day}</strong>. Until then an owner can open it again.
          </Trans>
        )
      }
    >
      <FormProblem problem={reopen.error} />
      {mayReopen && (
        <div>
          <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
            <Trans>Open it again</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}
