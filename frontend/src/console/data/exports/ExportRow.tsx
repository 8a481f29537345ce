/** One export: what it holds, how far it is, and the file when it is there. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { sizeInWords } from "../../../shared/files";
import type { ExportJob } from "../../api/data";
import { DownIcon } from "../../shell/icons";
import { number } from "../../shell/locale";
import { Ago } from "../../ui/Ago";
import classes from "./Exports.module.css";
import { isMaking, percent } from "./exportList";

function titleOf(job: ExportJob): string {
  const name = job.customer?.name || job.customer?.id || "";
  return job.kind === "workspace" ? t`The whole workspace` : t`Customer ${name}`;
}

export function ExportRow({ job }: { job: ExportJob }) {
  const by = job.requested_by?.name;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <strong>{titleOf(job)}</strong>
        <span>
          {by ? (
            <Trans>
              <Ago at={job.created_at} /> by {by}
            </Trans>
          ) : (
            <Ago at={job.created_at} />
          )}
          {job.size !== null && `, ${sizeInWords(job.size)}`}
        </span>
      </div>
      <div className={classes.state}>{stateOf(job)}</div>
    </li>
  );
}

function stateOf(job: ExportJob): ReactNode {
  if (isMaking(job)) return <Making job={job} />;
  if (job.state === "done" && job.url) {
    return (
      <>
        <Button
          component="a"
          href={job.url}
          download
          variant="default"
          size="xs"
          leftSection={<DownIcon size={14} />}
        >
          <Trans>Download</Trans>
        </Button>
        {job.expires_at && (
          <span className={classes.ends}>
            <Trans>
              Expires <Ago at={job.expires_at} />
            </Trans>
          </span>
        )}
      </>
    );
  }
  if (job.state === "failed")
    return (
      <span className={classes.failed}>{job.problem ?? t`It could not be made. Please start another.`}</span>
    );
  return (
    <span className={classes.ends}>
      <Trans>The file has expired</Trans>
    </span>
  );
}

function Making({ job }: { job: ExportJob }) {
  const far = percent(job);
  const says = far === null ? t`Waiting for its turn` : number(far / 100, { style: "percent" });
  return (
    <div className={classes.making}>
      <Progress
        value={far ?? 100}
        animated={far === null}
        aria-label={`${titleOf(job)}: ${says}`}
        transitionDuration={400}
      />
      <span>{says}</span>
    </div>
  );
}
