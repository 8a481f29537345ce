/** What the customer said of conversations with us, this one first; nothing where they said nothing. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { handingKeys } from "../../api/handing";
import { listRatings } from "../../api/surveys";
import { Score } from "../../customers/ratings/Score";
import { effortWords, holderWords } from "../../customers/ratings/words";
import type { ConversationDetail } from "../../desk/wire";
import { Ago } from "../../ui/Ago";
import section from "./Context.module.css";
import classes from "./RatingsPart.module.css";

const DAYS = 3_660;
const MOST = 3;

export default function RatingsPart({ detail }: { detail: ConversationDetail }) {
  const { data } = useQuery({
    queryKey: [...handingKeys.of(detail.id), "ratings"],
    queryFn: ({ signal }) =>
      listRatings({ customer_id: detail.customer.id, which: "answered", days: DAYS }, null, signal),
  });
  const rated = (data?.data ?? [])
    .toSorted(
      (one, other) => Number(other.conversation_id === detail.id) - Number(one.conversation_id === detail.id),
    )
    .slice(0, MOST);
  if (rated.length === 0) return null;
  return (
    <section className={section.section} aria-label={t`What they said of our help`}>
      <h3 className={section.title}>
        <Trans>What they said of our help</Trans>
      </h3>
      <ul className={classes.list}>
        {rated.map((one) => (
          <li key={one.id}>
            <div className={classes.head}>
              {one.satisfaction !== null && <Score value={one.satisfaction} />}
              <span>
                {one.conversation_id === detail.id ? t`This conversation` : t`Another conversation`}
                {" · "}
                <Ago at={one.answered_at ?? one.asked_at} past />
              </span>
            </div>
            {one.comment && <blockquote>{one.comment}</blockquote>}
            <p>
              {[holderWords(one), one.effort !== null && t`Effort: ${effortWords(one.effort)}`]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
