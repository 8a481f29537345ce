/** The live conversations of the assistant: asked for once, then kept by the desk's line. */

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchControlRoom, type RiskRow } from "../api/control";
import { useCell } from "../desk/cell";
import { useDesk } from "../desk/DeskContext";
import { fold, Heard, type Room } from "./room";

export const ROOM = ["control_room"] as const;

/** What the line brings are hints: now and then all of it is asked for. */
const ASK_EVERY = 60_000;
const ASK_WITHOUT_A_LINE_EVERY = 3_000;

export function useRoom() {
  const desk = useDesk();
  const client = useQueryClient();
  const [heard] = useState(() => new Heard());
  const polling = useCell(desk.polling);
  useEffect(() => desk.watchControlRoom(), [desk]);
  useEffect(
    () =>
      desk.listen({
        onControlRoom: (rows, gone) => {
          heard.note(rows, gone);
          client.setQueryData<Room>(ROOM, (known) => known && fold(known, rows, gone));
        },
      }),
    [desk, client, heard],
  );
  return useQuery({
    queryKey: ROOM,
    queryFn: async ({ signal }) => {
      const mark = heard.mark();
      return heard.onto(await fetchControlRoom(signal), mark);
    },
    staleTime: 0,
    structuralSharing: false,
    refetchInterval: polling ? ASK_WITHOUT_A_LINE_EVERY : ASK_EVERY,
  });
}

/** Show at once what somebody here just did; the line brings what the server makes of it. */
export function changeRow(client: QueryClient, id: string, change: Partial<RiskRow>): void {
  client.setQueryData<Room>(ROOM, (known) => {
    const row = known?.rows.get(id);
    return known && row ? fold(known, [{ ...row, ...change }], []) : known;
  });
}
