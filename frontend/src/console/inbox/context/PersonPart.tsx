/** The person beside a thread: attributes, notes, doubles, orders and all that was between us, over all their records. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { Attributes } from "../../customers/Attributes";
import { Handovers, History } from "../../customers/History";
import { Notes } from "../../customers/Notes";
import { usePerson } from "../../customers/usePerson";
import type { ConversationDetail } from "../../desk/wire";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { type InboxView, inboxPath } from "../address";
import { Doubles } from "../merging/Doubles";
import { MergeThread } from "../merging/MergeThread";
import section from "./Context.module.css";
import { Fold } from "./Fold";
import { Orders } from "./Orders";

export default function PersonPart({ detail, view }: { detail: ConversationDetail; view: InboxView }) {
  const { id } = detail.customer;
  const mayChange = useMay("conversations.write");
  const { data: person, error, refetch } = usePerson(id);
  if (error)
    return (
      <Failure problem={error} what={t`The customer could not be loaded.`} onRetry={() => void refetch()} />
    );
  if (!person)
    return (
      <div className={section.section}>
        <Bone width="100%" height={120} />
      </div>
    );
  const others = person.conversations.filter((talk) => talk.id !== detail.id);
  const live = others.filter((talk) => talk.status !== "resolved");
  const told = person.notes.length + Object.keys(person.attributes).length;
  const orders = [...detail.orders];
  for (const order of person.orders)
    if (!orders.some(({ number }) => number === order.number)) orders.push(order);
  return (
    <>
      {detail.merged_into && (
        <section className={section.section} aria-label={t`Where it goes on`}>
          <Link href={inboxPath("all", detail.merged_into)}>
            <Trans>This goes on in another conversation</Trans>
          </Link>
        </section>
      )}
      <section className={section.section} aria-label={t`About the customer`}>
        <Fold title={t`Details and notes`} count={told} opened={person.notes.length > 0}>
          <Notes id={id} person={person} mayChange={mayChange} />
          <Attributes id={id} person={person} mayChange={mayChange} />
        </Fold>
        <Doubles id={id} person={person} mayChange={mayChange} />
      </section>
      <Orders orders={orders} known={Boolean(detail.customer.email)} />
      <section className={section.section} aria-label={t`Past conversations`}>
        <h3 className={section.title}>
          <Trans>Past conversations</Trans> {others.length > 0 && <span>{others.length}</span>}
        </h3>
        {others.length === 0 ? (
          <p className={section.quiet}>
            <Trans>This is the first one.</Trans>
          </p>
        ) : (
          <History talks={others} view={view} />
        )}
        {mayChange && <MergeThread detail={detail} others={live} />}
      </section>
      {person.handovers.length > 1 && (
        <section className={section.section} aria-label={t`Handovers so far`}>
          <Fold title={t`Handovers so far`} count={person.handovers.length}>
            <Handovers handovers={person.handovers} />
          </Fold>
        </section>
      )}
    </>
  );
}
