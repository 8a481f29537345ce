/** On every page, for who sees the billing page: what should not come as a surprise. News can be put away for a day. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLocalStorage } from "@mantine/hooks";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import { CloseIcon } from "./icons";
import classes from "./LineNotice.module.css";

const DAY = 86_400_000;
/** Nothing has to be done about these at once. */
const NEWS: readonly string[] = ["trial", "trial_ending", "cap_near", "cap_reached", "ends"];

export function BillingNotice() {
  const notice = useMe().billing_notice;
  const [away, setAway] = useLocalStorage<Record<string, number>>({
    key: "baton.billing-notice",
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  if (!notice) return null;
  const { kind, words, href } = notice;
  const news = NEWS.includes(kind);
  if (news && Date.now() - (away[kind] ?? 0) < DAY) return null;
  return (
    <div className={classes.notice} role="status" data-news={news || undefined}>
      <span>{words}</span>
      <Link href={href}>
        <Trans>Billing</Trans>
      </Link>
      {news && (
        <button
          type="button"
          aria-label={t`Not today`}
          onClick={() => setAway({ ...away, [kind]: Date.now() })}
        >
          <CloseIcon size={12} />
        </button>
      )}
    </div>
  );
}
