/** The end of a workspace, with thirty days to think again. */

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Closing, Workspace } from "../../api/workspace";
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
    return <Section danger title="Close the workspace" says="Only an owner of your company closes it." />;
  }
  return (
    <Section
      danger
      title="Close the workspace"
      says="The widget stops at once. Thirty days later everything is erased; until then an owner can open it again."
    >
      <div>
        <Button variant="default" className={classes.close} onClick={() => setAsking(true)}>
          Close the workspace…
        </Button>
      </div>
      <CloseDialog opened={asking} name={workspace.name} onClose={() => setAsking(false)} />
    </Section>
  );
}

function Reopening({ closing }: { closing: Closing }) {
  const mayReopen = useMay("workspace.close");
  const reopen = useReopen();
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(new Date(closing.ends_at));
  return (
    <Section
      danger
      title="This workspace is closing"
      says={
        <>
          Everything in it is erased on <strong>{day}</strong>. Until then{" "}
          {mayReopen ? "you can open it again, and all is as it was." : "an owner can open it again."}
        </>
      }
    >
      <FormProblem problem={reopen.error} />
      {mayReopen && (
        <div>
          <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
            Open it again
          </Button>
        </div>
      )}
    </Section>
  );
}
