/** One file: how far it is, what it would store, and taking it back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Migration } from "../../api/migrations";
import { number } from "../../shell/locale";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { sectionPath } from "../sections";
import { Items } from "./Items";
import classes from "./Migrating.module.css";
import { useApply, useCancel, useMigration, useUndo } from "./useMigrations";
import {
  conversations as conversationsInWords,
  customers as customersInWords,
  isAtWork,
  messages as messagesInWords,
  privateNotes,
  sourceOf,
  standing,
  storing,
} from "./words";

export function OneMigration({ id }: { id: string }) {
  const { data: one, error, refetch } = useMigration(id);
  return (
    <>
      <Link href={sectionPath("migrating")} className={classes.back}>
        <Trans>← All that was brought</Trans>
      </Link>
      {one ? (
        <Loaded one={one} />
      ) : error ? (
        <Failure problem={error} what={t`This could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </>
  );
}

function Loaded({ one }: { one: Migration }) {
  const { name } = one;
  const nothingStored = one.state === "cancelled" && one.customers.stored === 0;
  return (
    <Section
      title={one.name}
      says={
        <>
          {sourceOf(one.source)?.name}. <span role="status">{standing(one)}</span>
        </>
      }
    >
      {isAtWork(one) && (
        <Progress
          value={one.total ? (one.done / one.total) * 100 : 8}
          animated
          size="sm"
          aria-label={t`Progress of ${name}`}
        />
      )}
      {one.state !== "reading" && !nothingStored && <Counts one={one} />}
      {one.state === "review" && <Decide one={one} />}
      {(one.state === "reading" || one.state === "applying") && <Stop one={one} />}
      {one.can_be_undone && <TakeBack one={one} />}
      {one.state !== "reading" && !nothingStored && <Items key={one.state} one={one} />}
    </Section>
  );
}

function Counts({ one: { customers, conversations, messages, notes } }: { one: Migration }) {
  const [before, said, noted] = [number(conversations.known), messagesInWords(messages), privateNotes(notes)];
  const [known, joined] = [number(customers.known), number(customers.merged)];
  const talks = conversations.new + conversations.known + conversations.problem > 0;
  return (
    <dl className={classes.counts}>
      {talks && (
        <div>
          <dt>
            <Trans>Conversations</Trans>
          </dt>
          <dd>
            <New count={conversations.new} />
          </dd>
          <dd>
            <Trans>
              {before} brought before, {said}, {noted}
            </Trans>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Customers</Trans>
        </dt>
        <dd>
          <New count={customers.new} />
        </dd>
        <dd>
          <Trans>
            {known} known, {joined} joined by their address
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Left out</Trans>
        </dt>
        <dd>
          <strong>{number(customers.problem + conversations.problem)}</strong>
        </dd>
        <dd>
          <Trans>The list says why</Trans>
        </dd>
      </div>
    </dl>
  );
}

function Decide({ one }: { one: Migration }) {
  const apply = useApply(one.id);
  const cancel = useCancel(one.id);
  const words = storing(one);
  return (
    <div className={classes.foot}>
      <Button disabled={words === null} loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
        {words ?? t`Nothing to store`}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined)}
      >
        <Trans>Dismiss</Trans>
      </Button>
      <span className={classes.hint}>
        <Trans>Conversations come as resolved history. No figure, alert or reply follows from them.</Trans>
      </span>
    </div>
  );
}

function Stop({ one }: { one: Migration }) {
  const cancel = useCancel(one.id);
  return (
    <div className={classes.foot}>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
        <Trans>Stop</Trans>
      </Button>
      {one.state === "applying" && (
        <span className={classes.hint}>
          <Trans>What is stored by then stays until you take it back.</Trans>
        </span>
      )}
    </div>
  );
}

function TakeBack({ one }: { one: Migration }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndo(one.id);
  const { name } = one;
  const [talks, people] = [
    conversationsInWords(one.conversations.stored),
    customersInWords(one.customers.stored),
  ];
  return (
    <div className={classes.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Take it back</Trans>
      </Button>
      <span className={classes.hint}>
        <Trans>Possible for thirty days.</Trans>
      </span>
      <Confirm
        opened={asking}
        title={t`Take back ${name}?`}
        does={t`Take it back`}
        busy={undo.isPending}
        problem={undo.error}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>
          <Trans>
            What it stored is removed ({talks}, {people}), and customers who were known before become what
            they were. What somebody worked with since stays.
          </Trans>
        </p>
      </Confirm>
    </div>
  );
}

const New = ({ count }: { count: number }) => {
  const figure = number(count);
  return (
    <Trans>
      <strong>{figure}</strong> new
    </Trans>
  );
};
