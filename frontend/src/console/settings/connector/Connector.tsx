/** The connector: where the company's own system is, what goes through it, a test call, and its log. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type Connector as ConnectorState, fetchConnector } from "../../api/connector";
import { number } from "../../shell/locale";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { Actions } from "./Actions";
import classes from "./Connector.module.css";
import { ConnectorForm } from "./ConnectorForm";
import { connectorKey } from "./connectorKey";
import { Log } from "./Log";
import { Secret } from "./Secret";
import { TestCall } from "./TestCall";

const LOOK_AGAIN = 30_000;

export function Connector() {
  const { data, error, refetch } = useQuery({
    queryKey: connectorKey,
    queryFn: ({ signal }) => fetchConnector(signal),
    refetchInterval: LOOK_AGAIN,
  });
  if (!data && error) {
    return (
      <Failure problem={error} what={t`The connector could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SectionSkeleton fields={4} />;
  return (
    <>
      <Section
        title={t`Your system`}
        says={
          <Trans>
            One HTTPS service of yours that answers signed requests.{" "}
            <a href="/docs/api/order-system/" target="_blank" rel="noreferrer">
              How to write it
            </a>
          </Trans>
        }
      >
        <Standing connector={data} />
        <ConnectorForm saved={data} />
      </Section>
      <Section
        title={t`Secret`}
        says={t`Baton signs each request with it, and your system checks the signature.`}
      >
        <Secret connector={data} />
      </Section>
      <Section title={t`Test call`} says={t`Asks your system once, on or off, and shows both sides in full.`}>
        <TestCall ready={data.address !== "" && data.has_secret} />
      </Section>
      <Actions />
      <Log connector={data} />
    </>
  );
}

function Standing({ connector }: { connector: ConnectorState }) {
  if (!connector.on) return null;
  const { calls_today: calls, failed_today: failed, left_alone_seconds: alone } = connector;
  const bad = number(failed);
  return (
    <p className={alone === null ? classes.good : classes.bad} role="status">
      {alone === null
        ? plural(calls, {
            one: `On. # call in the last day, ${bad} of them failed.`,
            other: `On. # calls in the last day, ${bad} of them failed.`,
          })
        : t`It failed several times in a row and is left alone for another ${alone} seconds. Customers who need it get a person.`}
    </p>
  );
}
