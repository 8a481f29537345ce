/** What should change in the knowledge: answers that agents corrected, and drafts for gaps, to be decided about. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Proposal, ProposalState } from "../../api/learning";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { ProposalCard } from "./ProposalCard";
import classes from "./Proposals.module.css";
import { useProposals } from "./useProposals";

const NAMES: Record<ProposalState, string> = {
  open: t({ message: "Open", context: "state of a proposal" }),
  published: t`Published`,
  dismissed: t({ message: "Dismissed", context: "state of a proposal" }),
};
const STATES = Object.keys(NAMES) as ProposalState[];

export function ProposalsPart() {
  const [state, setState] = useState<ProposalState>("open");
  const list = useProposals(state);
  const counts = list.data?.pages.at(-1)?.counts;
  return (
    <>
      <SegmentedControl
        className={classes.filter}
        size="xs"
        aria-label={t`Which proposals`}
        value={state}
        data={STATES.map((value) => ({
          value,
          label: counts ? `${NAMES[value]} ${counts[value] ?? 0}` : NAMES[value],
        }))}
        onChange={(value) => setState(value as ProposalState)}
      />
      <Found state={state} list={list} />
    </>
  );
}

function Found({ state, list }: { state: ProposalState; list: ReturnType<typeof useProposals> }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return (
      <Failure problem={error} what={t`The proposals could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!rows) return <ProposalsSkeleton />;
  if (rows.length === 0) return <Nothing state={state} />;
  return (
    <>
      <Cards rows={rows} />
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function Cards({ rows }: { rows: Proposal[] }) {
  return (
    <ul className={classes.cards}>
      {rows.map((proposal) => (
        <li key={proposal.id}>
          <ProposalCard proposal={proposal} />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ state }: { state: ProposalState }) {
  if (state !== "open") {
    return (
      <Empty
        title={state === "published" ? t`Nothing was published from here yet` : t`Nothing was dismissed`}
      >
        <p>
          {state === "published"
            ? t`What you publish of the open proposals stays here on record.`
            : t`A proposal that you dismiss can be taken up again here.`}
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`Nothing to decide about`}>
      <p>
        <Trans>
          When the assistant says something wrong, any agent can put it right: “Correct this answer” in the
          menu of the message. The correction comes here, and one click writes it into the knowledge. Drafts
          for questions that nobody has answered yet come here too.
        </Trans>
      </p>
    </Empty>
  );
}

function ProposalsSkeleton() {
  return (
    <div className={classes.cards} aria-busy="true">
      {["58%", "44%"].map((width) => (
        <div key={width} className={classes.card}>
          <Bone width={width} height={18} />
          <Bone width="90%" height={48} />
        </div>
      ))}
    </div>
  );
}
