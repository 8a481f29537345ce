/** What waits for the company's system, and what failed there and may be tried again. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { listActions, retryAction, type WaitingAction } from "../../api/connector";
import { inboxPath } from "../../inbox/address";
import { number } from "../../shell/locale";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { tell, tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import classes from "./Connector.module.css";
import { actionsKey } from "./connectorKey";
import { plainName } from "./names";

const LOOK_AGAIN = 15_000;

export function Actions() {
  const { data } = useQuery({
    queryKey: actionsKey,
    queryFn: ({ signal }) => listActions(signal),
    refetchInterval: LOOK_AGAIN,
  });
  if (!data || data.data.length === 0) return null;
  return (
    <Section
      title={t`Not carried out`}
      says={t`Acts that wait for your system, and acts that failed there. A person got each conversation that failed.`}
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">
              <Trans>How it stands</Trans>
            </th>
            <th scope="col">
              <Trans>Begun</Trans>
            </th>
            <th scope="col">
              <span className="sr">
                <Trans>What can be done</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.data.map((action) => (
            <Row key={action.id} action={action} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ action }: { action: WaitingAction }) {
  const mayManage = useMay("settings.manage");
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryAction(action.id),
    onSuccess: () => {
      tell(t`It is tried again now.`);
      void client.invalidateQueries({ queryKey: actionsKey });
    },
    onError: tellFailure,
  });
  const amount = action.amount ? `, ${inMoney(action.amount, action.currency)}` : "";
  return (
    <tr>
      <td>
        {plainName(action.kind)} {action.subject}
        {amount}
      </td>
      <td data-label={t`How it stands`}>
        {action.state === "pending" ? (
          t`Waits for your system`
        ) : (
          <span className={classes.bad}>{action.problem}</span>
        )}
      </td>
      <td data-label={t`Begun`}>
        <Ago at={action.created_at} past />
      </td>
      <td className={table.acts}>
        {action.conversation_id && (
          <Button
            component={Link}
            href={inboxPath("waiting", action.conversation_id)}
            variant="subtle"
            color="gray"
            size="xs"
          >
            <Trans>Conversation</Trans>
          </Button>
        )}
        {action.state === "failed" && mayManage && (
          <Button variant="subtle" size="xs" loading={retry.isPending} onClick={() => retry.mutate()}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </td>
    </tr>
  );
}

/** "€12.40"; the bare number where nobody said in which money. */
const inMoney = (amount: string, currency: string | null): string =>
  number(Number(amount), currency ? { style: "currency", currency } : {});
