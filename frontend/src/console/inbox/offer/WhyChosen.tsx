/** Why somebody was asked: every choice of routing, with what spoke against each other. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type Choice, fetchChoices } from "../../api/routing";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { Ago } from "../../ui/Ago";
import context from "../context/Context.module.css";
import { Fold } from "../context/Fold";
import classes from "./Offer.module.css";
import { endOf, inOrder, needOf, titleOf, verdictOf, whyOf, widenedOf } from "./words";

export default function WhyChosen({ row }: { row: ConversationRow }) {
  const { data } = useQuery({
    queryKey: [...keys.conversation(row.id), "routing", row.control.epoch, row.offered_to?.id ?? null],
    queryFn: ({ signal }) => fetchChoices(row.id, signal),
    select: (found) => found.data,
  });
  const newest = data?.[0];
  if (!data || !newest) return null;
  return (
    <section className={context.section}>
      <Fold title={titleOf(newest, row)} count={data.length}>
        <ol className={classes.why}>
          {data.map((choice) => (
            <One key={choice.id} choice={choice} />
          ))}
        </ol>
      </Fold>
    </section>
  );
}

function One({ choice }: { choice: Choice }) {
  const { agent, at, candidates } = choice;
  const widened = widenedOf(choice);
  return (
    <li>
      <p>
        <strong>{agent?.name ?? t`Nobody`}</strong>: {whyOf(choice)}.{" "}
        <span className={classes.end}>{endOf(choice)}</span> <Ago at={at} />
      </p>
      <p className={classes.need}>
        <Trans>Asked for: {{ what: needOf(choice) }}.</Trans> {widened}
      </p>
      {candidates.length > 0 && (
        <ul className={classes.people}>
          {inOrder(candidates).map((one) => (
            <li key={one.agent_id} data-chosen={one.verdict === "chosen" || undefined}>
              <span>{one.name}</span>
              <span>{verdictOf(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
