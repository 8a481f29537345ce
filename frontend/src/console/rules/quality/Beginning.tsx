/** Nothing to measure yet: where the numbers come from. */

import { Link } from "wouter";
import { inboxPath } from "../../inbox/address";
import { Empty } from "../../ui/Empty";

export function Beginning() {
  return (
    <Empty title="Nothing was handed over in this time">
      <p>
        Two things fill this page. When a conversation was handed over, whoever has it presses <kbd>1</kbd>{" "}
        right, <kbd>2</kbd> too late or <kbd>3</kbd> not needed. And each day some of the conversations that
        the assistant had alone are drawn for review, so that you learn of those in which somebody was missed.
      </p>
      <p>
        <Link href={inboxPath("all")}>Open the inbox</Link>
      </p>
    </Empty>
  );
}
