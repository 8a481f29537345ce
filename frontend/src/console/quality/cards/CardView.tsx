/** A scorecard to be read by those who do not write it: as it stands beside a thread. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Scorecard } from "../../api/assessments";
import { BackIcon } from "../../shell/icons";
import { Empty } from "../../ui/Empty";
import { Section } from "../../ui/Section";
import { CARDS } from "../addresses";
import assess from "../assess/Assess.module.css";
import { ScoreSheet } from "../assess/ScoreSheet";
import classes from "../Quality.module.css";
import { LOOKS_AT } from "../words";

const nothing = () => {};

export function CardView({ card }: { card: Scorecard | null }) {
  const looksAt = LOOKS_AT[card?.looks_at ?? "both"];
  return (
    <>
      <Link href={CARDS} className={assess.back}>
        <BackIcon size={18} />
        <Trans>Scorecards</Trans>
      </Link>
      {card ? (
        <Section title={card.name} says={card.describes || t`Looks at: ${looksAt}`}>
          <div className={classes.editor}>
            <ScoreSheet
              sections={card.sections}
              answers={{}}
              here={null}
              failedAt={[]}
              quoting={null}
              onChoose={nothing}
              onNote={nothing}
              onGo={nothing}
              onQuote={nothing}
              onUnquote={nothing}
            />
            <p className={classes.means}>
              {card.archived
                ? t`Only admins write scorecards; this one is archived.`
                : t`Only admins write scorecards.`}
            </p>
          </div>
        </Section>
      ) : (
        <Empty title={t`This scorecard is not here`}>
          <p>
            <Trans>Perhaps its address is an old one.</Trans>
          </p>
        </Empty>
      )}
    </>
  );
}
