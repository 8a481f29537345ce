/** The table of live conversations, of which only what is in sight is drawn. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { useNow } from "../inbox/useNow";
import { controlPath } from "./addresses";
import type { Still } from "./order";
import { RiskLine } from "./RiskLine";
import classes from "./RiskTable.module.css";
import type { Filter } from "./room";
import type { Calm } from "./useCalm";

/** Below this width a row is a card of three lines. */
const WIDE = 760;
const HEIGHT = { wide: 84, narrow: 112 };
/** Of the line with the names of the columns. */
const HEAD = 28;

interface TableProps {
  order: Still;
  open: string | null;
  filter: Filter;
  calm: Calm;
  scroller: RefObject<HTMLDivElement | null>;
}

export function RiskTable({ order, open, filter, calm, scroller }: TableProps) {
  const now = useNow();
  const { ref, width } = useElementSize();
  const place = useMergedRef(ref, scroller);
  const narrow = width > 0 && width < WIDE;
  const height = narrow ? HEIGHT.narrow : HEIGHT.wide;
  const { shown } = order;
  const moved = new Set(order.moved);
  const head = narrow ? 0 : HEAD;
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => shown[index]?.row.conversation_id ?? index,
    overscan: 6,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height lays all of them anew
  useEffect(() => rows.measure(), [rows, height]);
  useReveal(open, { order, height, reveal: rows.scrollToIndex });
  return (
    <div
      ref={place}
      className={classes.scroller}
      onPointerMove={() => calm.touch("pointer")}
      onPointerLeave={() => calm.touch("leaving")}
      onScroll={() => calm.touch("key")}
    >
      <table
        aria-label={t`Live conversations of the assistant`}
        aria-rowcount={shown.length + 1}
        className={classes.table}
        data-narrow={narrow || undefined}
      >
        <thead>
          <tr aria-rowindex={1} className={classes.head}>
            <th scope="col">
              <Trans>Risk</Trans>
            </th>
            <th scope="col">
              <Trans>Customer</Trans>
            </th>
            <th scope="col">
              <Trans>Why</Trans>
            </th>
            <th scope="col">
              <Trans>Last words</Trans>
            </th>
            <th scope="col">
              <Trans>Time</Trans>
            </th>
          </tr>
        </thead>
        <tbody style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const one = shown[item.index];
            if (!one) return null;
            const id = one.row.conversation_id;
            return (
              <tr
                key={item.key}
                aria-rowindex={item.index + 2}
                className={classes.row}
                data-open={id === open || undefined}
                data-gone={one.gone || undefined}
                data-calm={one.row.reasons.length === 0 || undefined}
                data-quiet={one.row.dismissed ? true : undefined}
                style={{ height, transform: `translateY(${item.start - head}px)` }}
              >
                <RiskLine
                  row={one.row}
                  gone={one.gone}
                  open={id === open}
                  moved={moved.has(id)}
                  href={controlPath(id, filter)}
                  now={now}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface Revealing {
  order: Still;
  /** Of a row: where the preview opens beside them they become higher, and all of them move. */
  height: number;
  reveal: (index: number) => void;
}

/** Keep the open row in sight when another one is opened, as by j and k. */
function useReveal(open: string | null, { order, height, reveal }: Revealing): void {
  const last = useRef("");
  useEffect(() => {
    const looked = `${open} ${height}`;
    if (looked === last.current) return;
    const index = order.shown.findIndex(({ row }) => row.conversation_id === open);
    if (index === -1) return;
    last.current = looked;
    reveal(index);
  }, [open, order, height, reveal]);
}
