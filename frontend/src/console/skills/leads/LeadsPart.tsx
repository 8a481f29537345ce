/** The leads: who, what they need, how good, and what became of each. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { type Lead, type LeadFilter, type LeadState, listLeads, setLeadState } from "../../api/leads";
import { inboxPath } from "../../inbox/address";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { offerUndo, tellFailure } from "../../ui/notices";
import { skillPath } from "../addresses";
import skills from "../list/Skills.module.css";
import classes from "./Leads.module.css";

const LEADS = ["leads"] as const;
const STATES: { value: LeadState; label: string }[] = [
  { value: "new", label: t({ message: "New", context: "state of a lead" }) },
  { value: "contacted", label: t`Contacted` },
  { value: "won", label: t`Won` },
  { value: "lost", label: t`Lost` },
];
const ALL: LeadFilter = { state: "", good: false };

type Pages = InfiniteData<Awaited<ReturnType<typeof listLeads>>>;

export function LeadsPart() {
  const [filter, setFilter] = useState<LeadFilter>(ALL);
  const query = useInfiniteQuery({
    queryKey: [...LEADS, filter],
    queryFn: ({ pageParam, signal }) => listLeads(filter, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
  const leads = query.data?.pages.flatMap((page) => page.data);
  return (
    <>
      <div className={classes.filters}>
        <NativeSelect
          size="xs"
          aria-label={t`Leads of which state`}
          data={[{ value: "", label: t`All states` }, ...STATES]}
          value={filter.state}
          onChange={(event) =>
            setFilter({ ...filter, state: event.currentTarget.value as LeadFilter["state"] })
          }
        />
        <Checkbox
          size="xs"
          label={t`Good ones only`}
          checked={filter.good}
          onChange={(event) => setFilter({ ...filter, good: event.currentTarget.checked })}
        />
      </div>
      {leads ? (
        leads.length === 0 ? (
          <Nothing filtered={filter.state !== "" || filter.good} />
        ) : (
          <ul className={skills.list} aria-label={t`Leads`}>
            {leads.map((lead) => (
              <Row key={lead.id} lead={lead} />
            ))}
          </ul>
        )
      ) : query.error ? (
        <Failure
          problem={query.error}
          what={t`The leads could not be loaded.`}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <div aria-busy="true">
          <Bone width="50%" height={20} />
        </div>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function pointsInWords({ score, good }: Lead): string {
  return good
    ? plural(score, { one: "# point, good", other: "# points, good" })
    : plural(score, { one: "# point", other: "# points" });
}

function Row({ lead }: { lead: Lead }) {
  return (
    <li className={skills.skill}>
      <div className={skills.head}>
        <strong className={classes.name}>{lead.name || lead.email || lead.phone}</strong>
        <span className={classes.score} data-good={lead.good || undefined} title={lead.reasons.join("; ")}>
          {pointsInWords(lead)}
        </span>
        <StateChoice lead={lead} />
      </div>
      <dl className={classes.told}>
        {lead.told.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={skills.used}>
        <Ago at={lead.created_at} past />
        {lead.conversation_id && (
          <>
            {" · "}
            <Link href={inboxPath("all", lead.conversation_id)}>
              <Trans>Read the conversation</Trans>
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

function StateChoice({ lead }: { lead: Lead }) {
  const mayWrite = useMay("conversations.write");
  const client = useQueryClient();
  const called = lead.name || lead.email || lead.phone;
  const store = (saved: Lead) =>
    client.setQueriesData<Pages>(
      { queryKey: LEADS },
      (known) =>
        known && {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            data: page.data.map((one) => (one.id === saved.id ? saved : one)),
          })),
        },
    );
  const change = useMutation({
    mutationFn: (state: LeadState) => setLeadState(lead.id, state),
    onError: tellFailure,
    onSuccess: (saved) => {
      store(saved);
      const who = lead.name || lead.email || t`The lead`;
      const state = STATES.find(({ value }) => value === saved.state)?.label ?? saved.state;
      offerUndo({
        id: `lead-${lead.id}`,
        says: t`${who}: ${state}.`,
        undo: () => void setLeadState(lead.id, lead.state).then(store, tellFailure),
      });
    },
  });
  return (
    <NativeSelect
      size="xs"
      aria-label={t`What became of ${called}`}
      data={STATES}
      value={lead.state}
      disabled={!mayWrite || change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.value as LeadState)}
    />
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Empty title={t`No such leads`}>
        <p>
          <Trans>Choose another state, or look at all of them.</Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`No leads yet`}>
      <p>
        <Trans>
          When somebody asks for an offer, the assistant asks what a salesperson would ask first, and keeps it
          here with a score.
        </Trans>
      </p>
      <Button component={Link} href={skillPath("qualify_lead")} variant="default" size="xs">
        <Trans>Set up what it asks</Trans>
      </Button>
    </Empty>
  );
}
