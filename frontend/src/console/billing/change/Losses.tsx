/** What a change takes away: what blocks it with who, and what is only lost, to be ticked one by one. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { Link } from "wouter";
import type { Loss } from "../../api/billing";
import { listed } from "../../shell/locale";
import classes from "../Billing.module.css";
import own from "./Change.module.css";

interface LossesProps {
  losses: readonly Loss[];
  accepted: readonly string[];
  onAccept: (codes: string[]) => void;
}

const MOST_NAMED = 10;

export function Losses({ losses, accepted, onAccept }: LossesProps) {
  const lost = losses.filter((loss) => !loss.blocks);
  return (
    <>
      {losses
        .filter((loss) => loss.blocks)
        .map((loss) => (
          <Blocking key={loss.code} loss={loss} />
        ))}
      {lost.length > 0 && (
        <Checkbox.Group label={t`What you would no longer have`} value={[...accepted]} onChange={onAccept}>
          <div className={own.losses}>
            {lost.map((loss) => (
              <Checkbox key={loss.code} value={loss.code} label={loss.words} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}

function Blocking({ loss }: { loss: Loss }) {
  const named = loss.who.slice(0, MOST_NAMED);
  const more = loss.who.length - named.length;
  const names = named.join(", ");
  return (
    <div className={classes.callout} data-mood="warn" role="alert">
      <h2>
        <Trans>This stands in the way</Trans>
      </h2>
      <p>{loss.words}</p>
      {named.length > 0 && <p>{more > 0 ? t`${names} and ${more} more` : listed(named)}</p>}
      <Link className={classes.link} href="/console/team">
        <Trans>Go to your team</Trans>
      </Link>
    </div>
  );
}
