/** The conversations behind a number; each opens to both sides of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, CloseButton, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Behind as Asked, Replayed } from "../../api/replays";
import { ChevronIcon } from "../../shell/icons";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import classes from "./Replay.module.css";
import { Sides } from "./Sides";
import { useReplayed } from "./useReplays";
import { titleOf } from "./words";

interface BehindProps {
  id: string;
  asked: Asked;
  onClose: () => void;
}

export function Behind({ id, asked, onClose }: BehindProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReplayed(id, asked);
  const rows = data?.pages.flatMap((page) => page.data);
  return (
    <section aria-label={titleOf(asked)}>
      <header className={classes.listed}>
        <h2>{titleOf(asked)}</h2>
        <CloseButton aria-label={t`Close the list`} onClick={onClose} />
      </header>
      {error && !rows && (
        <Failure
          problem={error}
          what={t`The conversations could not be loaded.`}
          onRetry={() => void refetch()}
        />
      )}
      {!rows && !error && (
        <div role="status" aria-busy="true" aria-label={t`Loading the conversations`}>
          <Bone width="100%" height={44} />
          <Bone width="100%" height={44} />
        </div>
      )}
      {rows?.length === 0 && (
        <p className={classes.quiet}>
          <Trans>None any more: they were removed meanwhile.</Trans>
        </p>
      )}
      <ul className={classes.rows}>
        {rows?.map((row) => (
          <li key={row.id}>
            <Row replay={id} row={row} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </section>
  );
}

function Row({ replay, row }: { replay: string; row: Replayed }) {
  const [opened, open] = useState(false);
  return (
    <>
      <UnstyledButton className={classes.row} aria-expanded={opened} onClick={() => open(!opened)}>
        <span className={classes.who}>
          <b>{row.customer}</b>
          <Ago at={row.at} past />
          <ChevronIcon size={14} />
        </span>
        {row.asked && <q>{row.asked.text}</q>}
        <span className={classes.way}>
          <span>{row.before.where}</span> <i>→</i> <span>{row.after.where}</span>
        </span>
      </UnstyledButton>
      {opened && <Sides replay={replay} row={row} />}
    </>
  );
}
