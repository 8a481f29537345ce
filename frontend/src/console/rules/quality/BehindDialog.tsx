/** The conversations behind a number, each a way into its thread. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { Link } from "wouter";
import type { Behind, BehindRow } from "../../api/quality";
import { inboxPath } from "../../inbox/address";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import classes from "./Quality.module.css";
import { useBehind } from "./useQuality";
import { KINDS, OWN, partInWords, TRIGGERS, VERDICTS } from "./words";

interface BehindDialogProps {
  asked: Behind | null;
  onClose: () => void;
}

export function BehindDialog({ asked, onClose }: BehindDialogProps) {
  return (
    <Modal opened={asked !== null} onClose={onClose} size={640} title={asked && KINDS[asked.kind]}>
      {asked && <List asked={asked} />}
    </Modal>
  );
}

function narrowed({ trigger, week, version }: Behind): string {
  const label = trigger === OWN.name ? OWN.label : TRIGGERS.find(([name]) => name === trigger)?.[1];
  const when = week
    ? partInWords({ key: week, begins: null }, "week")
    : version && partInWords({ key: String(version), begins: null }, "version");
  return [label, when].filter(Boolean).join(" · ");
}

function List({ asked }: { asked: Behind }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBehind(asked);
  const rows = data?.pages.flatMap((page) => page.data);
  const about = narrowed(asked);
  if (error && !rows) {
    return (
      <Failure
        problem={error}
        what={t`The conversations could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      {about && <p className={classes.about}>{about}</p>}
      {!rows && (
        <div aria-busy="true" role="status" aria-label={t`Loading`} className={classes.waiting}>
          <Bone width="100%" height={44} />
          <Bone width="100%" height={44} />
          <Bone width="100%" height={44} />
        </div>
      )}
      {rows?.length === 0 && (
        <p className={classes.about}>
          <Trans>None any more: somebody has labelled them meanwhile, or they were removed.</Trans>
        </p>
      )}
      <ul className={classes.behind}>
        {rows?.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function Row({ row }: { row: BehindRow }) {
  const said = row.verdict && VERDICTS[row.verdict];
  const meant = row.meant?.label;
  const { by } = row;
  return (
    <li>
      <Link href={inboxPath("all", row.conversation_id)}>
        <span className={classes.who}>
          <b>{row.customer.name}</b>
          <Ago at={row.at} past />
        </span>
        {row.asked && <span className={classes.words}>{row.asked.text}</span>}
        <span className={classes.said}>
          {[row.trigger?.label, said, meant && t`should have been: ${meant}`, by && t`by ${by}`]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Link>
    </li>
  );
}
