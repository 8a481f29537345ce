/** What one customer said of our help, over all their records; nothing where they said nothing. */

import { t } from "@lingui/core/macro";
import { Section } from "../../ui/Section";
import { RatingRow } from "./RatingRow";
import classes from "./Ratings.module.css";
import { useRatings } from "./useRatings";

const DAYS = 3_660;

export function OfPerson({ id }: { id: string }) {
  const { data } = useRatings({ customer_id: id, which: "answered", days: DAYS });
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t`What they said of our help`}>
      <ul className={classes.rows}>
        {rows.map((rated) => (
          <RatingRow key={rated.id} rated={rated} />
        ))}
      </ul>
    </Section>
  );
}
