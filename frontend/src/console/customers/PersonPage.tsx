/** A person on a page of their own: what is known, what colleagues note, and all that was between us. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Person } from "../api/customers";
import { Orders } from "../inbox/context/Orders";
import { Doubles } from "../inbox/merging/Doubles";
import { listed } from "../shell/locale";
import { useMay } from "../shell/useMay";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { Section } from "../ui/Section";
import { Attributes } from "./Attributes";
import { CUSTOMERS } from "./addresses";
import classes from "./Customers.module.css";
import { Handovers, History } from "./History";
import { Notes } from "./Notes";
import columns from "./Person.module.css";
import { OfPerson } from "./ratings/OfPerson";
import { usePerson } from "./usePerson";

export function PersonPage({ id }: { id: string }) {
  const { data: person, error, refetch } = usePerson(id);
  const mayChange = useMay("conversations.write");
  return (
    <Page
      title={person?.name ?? t`Customer`}
      wide
      says={
        <>
          <Link href={CUSTOMERS} className={classes.back}>
            <Trans>All customers</Trans>
          </Link>
          {person && ` · ${person.email ?? t`no e-mail address yet`}`}
          {person?.being_erased && <> · {t`being erased`}</>}
        </>
      }
    >
      {error ? (
        <Failure problem={error} what={t`The customer could not be loaded.`} onRetry={() => void refetch()} />
      ) : person ? (
        <Known id={id} person={person} mayChange={mayChange} />
      ) : (
        <SectionSkeleton fields={3} />
      )}
    </Page>
  );
}

function Known({ id, person, mayChange }: { id: string; person: Person; mayChange: boolean }) {
  return (
    <div className={columns.columns}>
      <div>
        <Section title={t`About them`}>
          <Attributes id={id} person={person} mayChange={mayChange} />
        </Section>
        <Section title={t`Notes`} says={t`For the desk alone.`}>
          <Notes id={id} person={person} mayChange={mayChange} />
        </Section>
        <Section
          title={t`The same person`}
          says={t`Records that share an address, a telephone number or a name.`}
        >
          <Doubles id={id} person={person} mayChange={mayChange} />
          {person.records.length > 1 && <Records person={person} />}
        </Section>
      </div>
      <div>
        <Section title={t`Conversations`}>
          {person.conversations.length > 0 ? (
            <History talks={person.conversations} />
          ) : (
            <p className={classes.quiet}>
              <Trans>None.</Trans>
            </p>
          )}
        </Section>
        <OfPerson id={id} />
        {person.handovers.length > 0 && (
          <Section title={t`Handovers`}>
            <Handovers handovers={person.handovers} />
          </Section>
        )}
        <div className={classes.orders}>
          <Orders orders={person.orders} />
        </div>
      </div>
    </div>
  );
}

/** Each record with what it proved: that counts for it alone. */
function Records({ person }: { person: Person }) {
  return (
    <ul className={classes.records} aria-label={t`Records`}>
      {person.records.map((record) => (
        <li key={record.id}>
          {record.name}
          <p className={classes.quiet}>
            {record.email ?? t`No e-mail address`} ·{" "}
            {record.proven.length > 0
              ? provedInWords(record.proven)
              : t`has proved nothing that still counts`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function provedInWords(proven: readonly string[]): string {
  const what = listed(proven);
  return t`proved ${what}`;
}
