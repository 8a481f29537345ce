/** The rules in the order in which they are asked: first those that protect customers, then the others. */

import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import { singleKeys } from "../../shell/shortcuts";
import { type Book, halves, type Kept, problemsByRule } from "../document/book";
import classes from "./Book.module.css";
import { useBuilder, useDraft } from "./BuilderContext";
import { RuleRow, toggleId } from "./RuleRow";
import { type Reorder, useReorder } from "./reorder";
import { ruleActs } from "./ruleActs";

const focus = (key: string) => requestAnimationFrame(() => document.getElementById(toggleId(key))?.focus());

const NEXT = new Set(["j", "ArrowDown"]);
const PREVIOUS = new Set(["k", "ArrowUp"]);

interface RuleListProps {
  opened: string | null;
  onOpen: (key: string | null) => void;
}

export function RuleList({ opened, onOpen }: RuleListProps) {
  const { keeper, catalogue, mayWrite } = useBuilder();
  const { book } = useDraft();
  const [said, announce] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const { protective, ordinary } = halves(book, catalogue.triggers);
  const order = () => halves(keeper.book, catalogue.triggers).ordinary;
  const acts = ruleActs({ keeper, order, open: onOpen, announce, focus });
  const reorder = useReorder(acts.moveTo);
  const step = (by: number) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const here = rows.indexOf(document.activeElement as HTMLElement);
    rows[here + by]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    // What is open above the list has its own keys, though its events pass through here.
    if (!(target instanceof HTMLElement) || !box.current?.contains(target)) return;
    const key = target.closest<HTMLElement>("[data-key]")?.dataset.key;
    if (!key || event.defaultPrevented) return;
    const row = target.hasAttribute("data-row");
    const up = PREVIOUS.has(event.key) && (event.key.startsWith("Arrow") || singleKeys.get());
    const down = NEXT.has(event.key) && (event.key.startsWith("Arrow") || singleKeys.get());
    if (event.key === "Escape" && opened === key) {
      onOpen(null);
      focus(key);
    } else if (row && event.altKey && mayWrite && (up || down)) acts.move(key, up ? -1 : 1);
    else if (row && (up || down)) step(up ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows within, each of which is a button
    <div ref={box} onKeyDown={onKeyDown}>
      <Half
        title={t`Asked first, always`}
        says={t`These protect customers; the gravest comes first.`}
        {...{ opened, acts }}
        rules={protective}
        protective
        reorder={null}
      />
      <Half
        title={t`Then, from top to bottom`}
        says={t`The first that holds decides. Rules that only mark a conversation let the search go on.`}
        {...{ opened, acts }}
        rules={ordinary}
        reorder={mayWrite ? reorder : null}
      />
      <p className="sr" role="status">
        {said}
      </p>
    </div>
  );
}

interface HalfProps extends Pick<RuleListProps, "opened"> {
  title: string;
  says: string;
  rules: Book;
  protective?: boolean;
  reorder: Reorder | null;
  acts: ReturnType<typeof ruleActs>;
}

function Half({ title, says, rules, protective = false, opened, reorder, acts }: HalfProps) {
  const { rules: inForce } = useBuilder();
  const { book, checked } = useDraft();
  const problems = problemsByRule(checked.problems);
  const decided = new Map(inForce.rules.map((rule) => [rule.name, rule.fired_30_days]));
  const alone = ({ rule }: Kept) => rules.filter((other) => other.rule.trigger === rule.trigger).length === 1;
  if (rules.length === 0) return null;
  return (
    <section className={classes.half} aria-label={title}>
      <h2>
        {title} <span>{says}</span>
      </h2>
      <ol className={classes.list}>
        {rules.map((kept) => (
          <RuleRow
            key={kept.key}
            kept={kept}
            opened={opened === kept.key}
            protective={protective}
            needed={protective && alone(kept)}
            decided={decided.get(kept.rule.name) ?? null}
            problems={problems.get(book.indexOf(kept)) ?? []}
            warnings={checked.warnings.filter(({ rule }) => rule === kept.rule.name)}
            reorder={reorder}
            acts={acts}
          />
        ))}
      </ol>
    </section>
  );
}
