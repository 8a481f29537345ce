/** Nothing to count: which figures will appear, and when; or how to see more. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { Empty } from "../../ui/Empty";
import type { Report } from "../query/useChosen";

export function Beginning({ report }: { report: Report }) {
  if (Object.keys(report.filter).length > 0) {
    return (
      <Empty title={t`Nothing matches`}>
        <p>
          <Trans>
            No conversation of these days fits the filters. Let one of them go, or choose more days.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`Nothing to count in these days`}>
      <p>
        <Trans>Choose more days above. Where there are none yet, this is how the page fills:</Trans>
      </p>
      <ul>
        <li>
          <Trans>With the first conversations: how soon customers hear from you, and who answers them.</Trans>
        </li>
        <li>
          <Trans>
            With the first that are <b>resolved</b>: what it took the customer, and how they feel in the end.
          </Trans>
        </li>
        <li>
          <Trans>
            <b>Seven days later:</b> whether it was solved for good, once nobody came back about the same
            topic.
          </Trans>
        </li>
        <li>
          <Trans>
            With the first answers to your <Link href="/console/settings/surveys">survey</Link>: satisfaction,
            by who held the conversation.
          </Trans>
        </li>
        <li>
          <Trans>
            With labels of handovers and <Link href="/console/rules/quality">reviews</Link>: who needed a
            person and got none.
          </Trans>
        </li>
      </ul>
      <p>
        <Trans>
          Each figure comes with the range in which chance may have put it: few conversations, a wide range.
        </Trans>
      </p>
    </Empty>
  );
}
