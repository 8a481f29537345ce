/** Nothing to count: which figures will appear, and when; or how to see more. */

import { Link } from "wouter";
import { Empty } from "../../ui/Empty";
import type { Report } from "../query/useChosen";

export function Beginning({ report }: { report: Report }) {
  if (Object.keys(report.filter).length > 0) {
    return (
      <Empty title="Nothing matches">
        <p>No conversation of these days fits the filters. Let one of them go, or choose more days.</p>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing to count in these days">
      <p>Choose more days above. Where there are none yet, this is how the page fills:</p>
      <ul>
        <li>With the first conversations: how soon customers hear from you, and who answers them.</li>
        <li>
          With the first that are <b>resolved</b>: what it took the customer, and how they feel in the end.
        </li>
        <li>
          <b>Seven days later:</b> whether it was solved for good, once nobody came back about the same topic.
        </li>
        <li>
          With the first answers to your <Link href="/console/settings/surveys">survey</Link>: satisfaction,
          by who held the conversation.
        </li>
        <li>
          With labels of handovers and <Link href="/console/rules/quality">reviews</Link>: who needed a person
          and got none.
        </li>
      </ul>
      <p>
        Each figure comes with the range in which chance may have put it: few conversations, a wide range.
      </p>
    </Empty>
  );
}
