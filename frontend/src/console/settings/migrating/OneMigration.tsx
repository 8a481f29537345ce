/** One file: how far it is, what it would store, and taking it back. */

import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Migration } from "../../api/migrations";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { sectionPath } from "../sections";
import { Items } from "./Items";
import classes from "./Migrating.module.css";
import { useApply, useCancel, useMigration, useUndo } from "./useMigrations";
import { isAtWork, many, sourceOf, standing, storing } from "./words";

export function OneMigration({ id }: { id: string }) {
  const { data: one, error, refetch } = useMigration(id);
  return (
    <>
      <Link href={sectionPath("migrating")} className={classes.back}>
        ← All that was brought
      </Link>
      {one ? (
        <Loaded one={one} />
      ) : error ? (
        <Failure problem={error} what="This could not be loaded." onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </>
  );
}

function Loaded({ one }: { one: Migration }) {
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
          aria-label={`Progress of ${one.name}`}
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
  const talks = conversations.new + conversations.known + conversations.problem > 0;
  return (
    <dl className={classes.counts}>
      {talks && (
        <div>
          <dt>Conversations</dt>
          <dd>
            <strong>{conversations.new.toLocaleString()}</strong> new
          </dd>
          <dd>
            {conversations.known.toLocaleString()} brought before, {many(messages, "message")},{" "}
            {many(notes, "private note")}
          </dd>
        </div>
      )}
      <div>
        <dt>Customers</dt>
        <dd>
          <strong>{customers.new.toLocaleString()}</strong> new
        </dd>
        <dd>
          {customers.known.toLocaleString()} known, {customers.merged.toLocaleString()} joined by their
          address
        </dd>
      </div>
      <div>
        <dt>Left out</dt>
        <dd>
          <strong>{(customers.problem + conversations.problem).toLocaleString()}</strong>
        </dd>
        <dd>The list says why</dd>
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
      <Button
        disabled={words === "Nothing to store"}
        loading={apply.isPending}
        onClick={() => apply.mutate(undefined)}
      >
        {words}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined)}
      >
        Dismiss
      </Button>
      <span className={classes.hint}>
        Conversations come as resolved history. No figure, alert or reply follows from them.
      </span>
    </div>
  );
}

function Stop({ one }: { one: Migration }) {
  const cancel = useCancel(one.id);
  return (
    <div className={classes.foot}>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
        Stop
      </Button>
      {one.state === "applying" && (
        <span className={classes.hint}>What is stored by then stays until you take it back.</span>
      )}
    </div>
  );
}

function TakeBack({ one }: { one: Migration }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndo(one.id);
  return (
    <div className={classes.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        Take it back
      </Button>
      <span className={classes.hint}>Possible for thirty days.</span>
      <Confirm
        opened={asking}
        title={`Take back ${one.name}?`}
        does="Take it back"
        busy={undo.isPending}
        problem={undo.error}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>
          {many(one.conversations.stored, "conversation")} are removed, and{" "}
          {many(one.customers.stored, "customer")} are removed or become what they were. What somebody worked
          with since stays.
        </p>
      </Confirm>
    </div>
  );
}
