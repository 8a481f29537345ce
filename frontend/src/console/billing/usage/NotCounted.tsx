/** What the assistant had alone and what did not count, with why: so that the rule can be trusted. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Uncounted } from "../../api/billing";
import { inboxPath } from "../../inbox/address";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { useNotCounted } from "../useBilling";
import { count } from "../words";
import own from "./Usage.module.css";

export function NotCounted() {
  const [opened, setOpened] = useState(false);
  return (
    <Section
      title={t`What did not count, and why`}
      says={t`Conversations that the assistant had alone and that are no resolution by the rule. Where somebody of yours took part, nothing ever counts.`}
      actions={
        !opened && (
          <Button variant="default" size="xs" onClick={() => setOpened(true)}>
            <Trans>Show examples</Trans>
          </Button>
        )
      }
    >
      {opened && <Examples />}
    </Section>
  );
}

function Examples() {
  const { data, error, refetch } = useNotCounted();
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The examples could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) {
    return (
      <div className={own.waiting} role="status" aria-label={t`Loading the examples`}>
        <Bone width="100%" height={36} />
        <Bone width="100%" height={36} />
      </div>
    );
  }
  if (data.data.length === 0)
    return (
      <p className={classes.says}>
        <Trans>There are none yet.</Trans>
      </p>
    );
  return (
    <>
      <Reasons uncounted={data} />
      <ul className={own.examples}>
        {data.data.map((one) => (
          <li key={`${one.conversation_id} ${one.ended_at}`}>
            <span>
              {one.conversation_id ? (
                <Link className={classes.link} href={inboxPath("all", one.conversation_id)}>
                  {one.customer?.name ?? t`Customer`}
                </Link>
              ) : (
                t`Deleted conversation`
              )}
              {one.topic && <> · {one.topic}</>}
            </span>
            <span>{one.words}</span>
            {one.ended_at && <Ago at={one.ended_at} past />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How often each reason stood in the way. */
function Reasons({ uncounted: { reasons, looked_at } }: { uncounted: Uncounted }) {
  return (
    <div>
      <p className={classes.says}>
        <Plural
          value={looked_at}
          one="Of the last conversation that the assistant had alone:"
          other="Of the last # conversations that the assistant had alone, these were none:"
        />
      </p>
      <table className={classes.sums} aria-label={t`Why they did not count`}>
        <tbody>
          {reasons.map((reason) => (
            <tr key={reason.why}>
              <th scope="row">{reason.words}</th>
              <td>{count(reason.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
