/** Nothing to measure yet: where the numbers come from. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { inboxPath } from "../../inbox/address";
import { Empty } from "../../ui/Empty";

export function Beginning() {
  return (
    <Empty title={t`Nothing was handed over in this time`}>
      <p>
        <Trans>
          Two things fill this page. When a conversation was handed over, whoever has it presses <kbd>1</kbd>{" "}
          right, <kbd>2</kbd> too late or <kbd>3</kbd> not needed. And each day some of the conversations that
          the assistant had alone are drawn for review, so that you learn of those in which somebody was
          missed.
        </Trans>
      </p>
      <p>
        <Link href={inboxPath("all")}>
          <Trans>Open the inbox</Trans>
        </Link>
      </p>
    </Empty>
  );
}
