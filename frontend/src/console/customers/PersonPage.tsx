/** A person on a page of their own: what is known, what colleagues note, and all that was between us. */

import { Link } from "wouter";
import type { Person } from "../api/customers";
import { Orders } from "../inbox/context/Orders";
import { Doubles } from "../inbox/merging/Doubles";
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
      title={person?.name ?? "Customer"}
      wide
      says={
        <>
          <Link href={CUSTOMERS} className={classes.back}>
            All customers
          </Link>
          {person && ` · ${person.email ?? "no e-mail address yet"}`}
          {person?.being_erased && " · being erased"}
        </>
      }
    >
      {error ? (
        <Failure problem={error} what="The customer could not be loaded." onRetry={() => void refetch()} />
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
        <Section title="About them">
          <Attributes id={id} person={person} mayChange={mayChange} />
        </Section>
        <Section title="Notes" says="For the desk alone.">
          <Notes id={id} person={person} mayChange={mayChange} />
        </Section>
        <Section title="The same person" says="Records that share an address, a telephone number or a name.">
          <Doubles id={id} person={person} mayChange={mayChange} />
          {person.records.length > 1 && <Records person={person} />}
        </Section>
      </div>
      <div>
        <Section title="Conversations">
          {person.conversations.length > 0 ? (
            <History talks={person.conversations} />
          ) : (
            <p className={classes.quiet}>None.</p>
          )}
        </Section>
        <OfPerson id={id} />
        {person.handovers.length > 0 && (
          <Section title="Handovers">
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
    <ul className={classes.records} aria-label="Records">
      {person.records.map((record) => (
        <li key={record.id}>
          {record.name}
          <p className={classes.quiet}>
            {record.email ?? "No e-mail address"} ·{" "}
            {record.proven.length > 0
              ? `proved ${record.proven.join(", ")}`
              : "has proved nothing that still counts"}
          </p>
        </li>
      ))}
    </ul>
  );
}
