/** One rule in the list: its sentence; opened, each part of it can be changed in place. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu, Popover, Switch, UnstyledButton } from "@mantine/core";
import { type MouseEvent, useState } from "react";
import type { RuleWarning } from "../../api/rules";
import { MoreIcon, SafeIcon } from "../../shell/icons";
import { isOn, type Kept, type PlacedProblem } from "../document/book";
import { type Piece, sentence, textOf } from "../document/words";
import { RuleEditor } from "../edit/RuleEditor";
import { GripIcon } from "../icons";
import classes from "./Book.module.css";
import { useBuilder, useChangeRule } from "./BuilderContext";
import type { Reorder } from "./reorder";
import type { RuleActs } from "./ruleActs";

export interface RuleRowProps {
  kept: Kept;
  opened: boolean;
  protective: boolean;
  /** The only one of a trigger that protects. */
  needed: boolean;
  decided: number | null;
  problems: readonly PlacedProblem[];
  warnings: readonly RuleWarning[];
  reorder: Reorder | null;
  acts: RuleActs;
}

export const toggleId = (key: string): string => `${key}-toggle`;

export function RuleRow(props: RuleRowProps) {
  const { kept, opened, protective, needed, problems, reorder, acts } = props;
  const { key, rule } = kept;
  const { catalogue, keeper } = useBuilder();
  const change = useChangeRule(key);
  const [asked, ask] = useState<string | null>(null);
  const typed = sentence(rule, catalogue);
  const pieces: readonly Piece[] = keeper.sentenceOf(rule) ?? typed;
  const toggle = (event: MouseEvent) => {
    const part = event.target instanceof HTMLElement && event.target.closest("b")?.textContent;
    ask(opened || !part ? null : (typed.find(({ text }) => text === part)?.place ?? null));
    acts.open(opened ? null : key);
  };
  return (
    <li
      className={classes.rule}
      data-key={key}
      data-off={!isOn(rule) || undefined}
      data-opened={opened || undefined}
      data-dragged={reorder?.dragged === key || undefined}
      data-over={reorder?.over === key || undefined}
    >
      <Grip {...props} />
      <div className={classes.main}>
        <UnstyledButton
          id={toggleId(key)}
          className={classes.toggle}
          aria-expanded={opened}
          aria-controls={opened ? `${key}-editor` : undefined}
          data-row
          onClick={toggle}
        >
          <span className={classes.name}>
            {rule.name || t`A rule without a name`}
            <span className="sr">: </span>
          </span>
          <span className={classes.sentence}>
            {pieces.map(({ text, strong }, at) => {
              const Part = strong ? "b" : "span";
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence
              return <Part key={at}>{text}</Part>;
            })}
          </span>
        </UnstyledButton>
        <Notes {...props} />
      </div>
      <div className={classes.acts}>
        {protective ? <AlwaysOn name={rule.name} /> : <OnSwitch {...props} words={textOf(pieces)} />}
        <RowMenu {...props} />
      </div>
      {opened && (
        <RuleEditor
          key={asked}
          id={`${key}-editor`}
          {...{ rule, protective, needed, problems, asked }}
          onChange={change}
        />
      )}
    </li>
  );
}

function Notes({ decided, problems, warnings, opened }: RuleRowProps) {
  const count = decided === null ? null : inThirtyDays(decided);
  return (
    <>
      {count && <p className={classes.facts}>{count}</p>}
      {!opened && problems.length > 0 && (
        <p className={classes.wrong}>
          {problems.length === 1
            ? problems[0]?.problem
            : plural(problems.length, {
                one: "# thing to mend: open it to see it.",
                other: "# things to mend: open it to see them.",
              })}
        </p>
      )}
      {opened &&
        problems
          .filter(({ place }) => place === "" || place === "on")
          .map(({ problem }) => (
            <p key={problem} className={classes.wrong}>
              {problem}
            </p>
          ))}
      {warnings.map(({ kind, words }) => (
        <p key={`${kind} ${words}`} className={classes.warning}>
          {words}
        </p>
      ))}
    </>
  );
}

export const inThirtyDays = (decided: number): string =>
  plural(decided, {
    0: "Not once in 30 days",
    1: "Once in 30 days",
    one: "# time in 30 days",
    other: "# times in 30 days",
  });

function Grip({ kept, reorder, acts }: RuleRowProps) {
  if (!reorder) return <span className={classes.grip} />;
  const { name } = kept.rule;
  return (
    <button
      type="button"
      className={classes.grip}
      aria-label={t`Move ${name}, with the arrow keys`}
      {...reorder.handle(kept.key)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        event.stopPropagation();
        acts.move(kept.key, event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <GripIcon />
    </button>
  );
}

function OnSwitch({ kept, words, acts }: RuleRowProps & { words: string }) {
  const { mayWrite } = useBuilder();
  const on = isOn(kept.rule);
  const { name } = kept.rule;
  if (!mayWrite)
    return (
      <span className={classes.state}>
        {on ? t({ message: "On", context: "switched" }) : t({ message: "Off", context: "switched" })}
      </span>
    );
  return (
    <Switch
      size="sm"
      aria-label={on ? t`${name}: on` : t`${name}: off`}
      title={words}
      checked={on}
      onChange={(event) => acts.turn(kept.key, event.currentTarget.checked)}
    />
  );
}

function AlwaysOn({ name }: { name: string }) {
  return (
    <Popover position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.always} aria-label={t`${name}: always on. Why?`}>
          <SafeIcon size={14} /> <Trans>Always on</Trans>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.why}>
          <Trans>
            This rule protects customers: whoever is in distress, disputes a bill or asks for a person gets
            one. You may choose the team, the words and further conditions, but it cannot be switched off.
            Below it Baton always hands over when the signal is clear, whatever the rules say.
          </Trans>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function RowMenu({ kept, needed, reorder, acts }: RuleRowProps) {
  const { mayWrite } = useBuilder();
  if (!mayWrite) return null;
  const { key, rule } = kept;
  const { name } = rule;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`More about ${name}`}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => acts.copy(key)}>
          <Trans>Duplicate</Trans>
        </Menu.Item>
        {reorder && (
          <Menu.Item onClick={() => acts.move(key, -1)}>
            <Trans>Move up</Trans>
          </Menu.Item>
        )}
        {reorder && (
          <Menu.Item onClick={() => acts.move(key, 1)}>
            <Trans>Move down</Trans>
          </Menu.Item>
        )}
        <Menu.Item disabled={needed} onClick={() => acts.remove(key)}>
          {needed ? t`Remove (every company keeps one)` : t`Remove`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
