/** Everything the workspace holds, as a file to take away; the list lives while one is being made. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { exportWorkspace } from "../../api/data";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import { ExportRow } from "./ExportRow";
import classes from "./Exports.module.css";
import { isMaking, useExports, useShowExport } from "./exportList";

export function ExportsSection() {
  const { data, error, refetch } = useExports();
  const show = useShowExport();
  const ask = useMutation({ mutationFn: exportWorkspace, onSuccess: show });
  const making = data?.data.some((job) => job.kind === "workspace" && isMaking(job)) ?? false;
  return (
    <Section
      title={t`Exports`}
      says={t`A zip with one file of JSON lines for each kind of thing, and all attachments. It is kept for seven days.`}
      actions={
        <Button loading={ask.isPending} disabled={making} onClick={() => ask.mutate()}>
          <Trans>Export the workspace</Trans>
        </Button>
      }
    >
      <FormProblem problem={ask.error} />
      {error && (
        <Failure problem={error} what={t`The exports could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <ExportsSkeleton />}
      {data?.data.length === 0 && (
        <Empty title={t`Nothing exported yet`}>
          <p>
            <Trans>
              Export the whole workspace here, or one customer’s data under “Customers” when somebody asks
              what you hold about them.
            </Trans>
          </p>
        </Empty>
      )}
      {data && data.data.length > 0 && (
        <ul className={classes.list}>
          {data.data.map((job) => (
            <ExportRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ExportsSkeleton() {
  return (
    <div className={classes.list} aria-busy="true">
      <Bone width="100%" height={56} />
      <Bone width="100%" height={56} />
    </div>
  );
}
