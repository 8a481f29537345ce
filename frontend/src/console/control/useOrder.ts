/** The order of the table: as it should be, or as it stood while somebody reads. */

import { useLayoutEffect, useMemo, useRef } from "react";
import { free, ranked, type Shown, type Still, still } from "./order";
import { type Filter, fits, type Room } from "./room";

const NOTHING: Room["rows"] = new Map();

interface Stood {
  filter: Filter;
  shown: readonly Shown[];
}

/** Another filter is another table: it begins in its right order. */
export function useOrder(rows: Room["rows"] = NOTHING, filter: Filter, held: boolean): Still {
  const stood = useRef<Stood>({ filter, shown: [] });
  const order = useMemo(() => {
    const fitting = ranked([...rows.values()].filter((row) => fits(row, filter)));
    const { shown, filter: before } = stood.current;
    const keep = held && before === filter && shown.length > 0;
    return keep ? still(shown, fitting, rows) : free(fitting);
  }, [rows, filter, held]);
  useLayoutEffect(() => {
    stood.current = { filter, shown: order.shown };
  }, [filter, order]);
  return order;
}
