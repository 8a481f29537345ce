/** What can be done with a rule of the list; each is one step that undo takes back. */

import { t } from "@lingui/core/macro";
import { offerUndo } from "../../ui/notices";
import { type Book, freeName, insert, type Kept, keep, moveTo, put, without } from "../document/book";
import type { Keeper } from "../document/keeper";

export interface RuleActs {
  open: (key: string | null) => void;
  turn: (key: string, on: boolean) => void;
  /** By so many places among the rules that stand with it. */
  move: (key: string, by: number) => void;
  moveTo: (key: string, other: string) => void;
  copy: (key: string) => void;
  remove: (key: string) => void;
}

interface Stage {
  keeper: Keeper;
  /** The rules whose order is for people to choose. */
  order: () => Book;
  open: (key: string | null) => void;
  /** Says it to those who do not see it. */
  announce: (words: string) => void;
  focus: (key: string) => void;
}

const find = (book: Book, key: string): Kept | undefined => book.find((kept) => kept.key === key);

export function ruleActs({ keeper, order, open, announce, focus }: Stage): RuleActs {
  const moveOver = (key: string, other: string) => {
    keeper.change(moveTo(keeper.book, key, other));
    const ordered = order();
    const place = ordered.findIndex((kept) => kept.key === key) + 1;
    const name = find(ordered, key)?.rule.name ?? "";
    const all = ordered.length;
    announce(t`${name}: place ${place} of ${all}`);
  };
  return {
    open,
    turn: (key, on) => keeper.change(put(keeper.book, key, { on })),
    move: (key, by) => {
      const ordered = order();
      const other = ordered[ordered.findIndex((kept) => kept.key === key) + by];
      if (other) moveOver(key, other.key);
    },
    moveTo: moveOver,
    copy: (key) => {
      const place = keeper.book.findIndex((kept) => kept.key === key);
      const kept = keeper.book[place];
      if (!kept) return;
      const twin = keep({ ...kept.rule, name: freeName(keeper.book, kept.rule.name) });
      keeper.change(insert(keeper.book, twin, place + 1));
      open(twin.key);
      focus(twin.key);
    },
    remove: (key) => {
      const before = keeper.book;
      const place = before.findIndex((kept) => kept.key === key);
      const removed = before[place];
      if (!removed) return;
      keeper.change(without(before, key));
      const { name } = removed.rule;
      const next = keeper.book[Math.min(place, keeper.book.length - 1)];
      if (next) focus(next.key);
      offerUndo({
        id: `rule-${key}`,
        says: t`Removed from the draft: ${name}.`,
        undo: () => keeper.change(insert(keeper.book, removed, place)),
      });
    },
  };
}
