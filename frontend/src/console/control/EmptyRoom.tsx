/** Nobody is with the assistant, or nothing fits: what will be here, and the next step. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../ui/Empty";

interface EmptyProps {
  /** There are others that the filter leaves out. */
  others: number;
  onEverything: () => void;
}

export function EmptyRoom({ others, onEverything }: EmptyProps) {
  if (others > 0) {
    return (
      <Empty title={t`Nothing fits`}>
        <p>
          {plural(others, {
            one: "# live conversation is outside of this filter.",
            other: "# live conversations are outside of this filter.",
          })}
        </p>
        <Button size="xs" variant="default" onClick={onEverything}>
          <Trans>Show all</Trans>
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t`Nobody is talking to the assistant now`}>
      <p>
        <Trans>
          As soon as a customer writes and the assistant answers, the conversation stands here, the riskiest
          on top, with the reason and the customer's own words. You can guide the assistant privately, hold
          its next reply until you have read it, or take over.
        </Trans>
      </p>
      <p>
        <Trans>
          How far the assistant may go without a person is set under{" "}
          <Link href="/console/settings/assistant">Assistant</Link>; when it passes on is in the{" "}
          <Link href="/console/rules">rules</Link>.
        </Trans>
      </p>
    </Empty>
  );
}
