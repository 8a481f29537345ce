/** Conversations that would go otherwise: who, what they asked, and by which rule; a click opens the conversation. */

import { plural, t } from "@lingui/core/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Changed, CountedConversation } from "../../api/rules";
import { inboxPath } from "../../inbox/address";
import { number } from "../../shell/locale";
import { Ago } from "../../ui/Ago";
import classes from "./Panel.module.css";

const FEW = 3;

interface ExamplesProps {
  title: string;
  /** Until now a rule took these; the place that they went to is told rather than where they stay. */
  gone: boolean;
  changed: Changed;
}

export function Examples({ title, gone, changed }: ExamplesProps) {
  const [all, showAll] = useState(false);
  const { count, conversations } = changed;
  if (count === 0) return null;
  const more = conversations.length - FEW;
  const shown = all ? conversations : conversations.slice(0, FEW);
  return (
    <section className={classes.block} aria-label={title}>
      <h3>
        {title} <span>{number(count)}</span>
      </h3>
      <ul className={classes.examples}>
        {shown.map((one) => (
          <li key={one.id}>
            <Example one={one} gone={gone} />
          </li>
        ))}
      </ul>
      {conversations.length > FEW && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => showAll(!all)}>
          {all ? t`Fewer` : plural(more, { one: "# more example", other: "# more examples" })}
        </Button>
      )}
    </section>
  );
}

function Example({ one, gone }: { one: CountedConversation; gone: boolean }) {
  const { before } = one;
  return (
    <Link href={inboxPath("all", one.id)} className={classes.example}>
      <span className={classes.who}>
        <strong>{one.customer}</strong> <Ago at={one.at} past />
      </span>
      {one.asked && <q>{one.asked.text}</q>}
      <span className={classes.by}>
        {gone ? t`Until now: ${before}` : one.after} · {one.rule}
      </span>
    </Link>
  );
}
