/** Another rule: one of ready-made ones, or one of one's own. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Rule } from "../../api/rules";
import { PlusIcon } from "../../shell/icons";
import book from "../book/Book.module.css";
import { useBuilder } from "../book/BuilderContext";
import { toggleId } from "../book/RuleRow";
import { freeName, halves, insert, keep } from "../document/book";
import { sentence, textOf } from "../document/words";
import classes from "./Add.module.css";
import { blank, templates } from "./templates";

export function AddRule({ onAdded }: { onAdded: (key: string) => void }) {
  const { keeper, catalogue } = useBuilder();
  const [opened, open] = useState(false);
  const add = (rule: Rule) => {
    // Before the ordinary ones: a new rule is mostly a more particular one, and the first that holds decides.
    const [first] = halves(keeper.book, catalogue.triggers).ordinary;
    const place = first ? keeper.book.indexOf(first) : keeper.book.length;
    const kept = keep({ ...rule, name: freeName(keeper.book, rule.name) });
    keeper.change(insert(keeper.book, kept, place));
    open(false);
    onAdded(kept.key);
    const show = () => {
      const row = document.getElementById(toggleId(kept.key));
      row?.focus();
      row?.scrollIntoView({ block: "nearest" });
    };
    // After the dialog has given the focus back.
    setTimeout(show, 60);
  };
  return (
    <div className={book.foot}>
      <Button variant="default" size="xs" leftSection={<PlusIcon size={14} />} onClick={() => open(true)}>
        <Trans>Add a rule</Trans>
      </Button>
      <Modal opened={opened} onClose={() => open(false)} title={t`Add a rule`} size={560}>
        <ul className={classes.templates}>
          <li>
            <Choice
              title={t`A rule of your own`}
              says={t`Begin with one condition, and choose what it looks at and what it does.`}
              onChoose={() => add(blank(catalogue))}
            />
          </li>
          {opened &&
            templates(catalogue).map(({ title, rule }) => (
              <li key={title}>
                <Choice title={title} says={textOf(sentence(rule, catalogue))} onChoose={() => add(rule)} />
              </li>
            ))}
        </ul>
      </Modal>
    </div>
  );
}

function Choice({ title, says, onChoose }: { title: string; says: string; onChoose: () => void }) {
  return (
    <UnstyledButton className={classes.template} onClick={onChoose}>
      <strong>{title}</strong>
      <span>{says}</span>
    </UnstyledButton>
  );
}
