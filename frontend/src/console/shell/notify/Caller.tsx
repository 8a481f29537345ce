/** Listens to the desk, and calls its reader when they look elsewhere. */

import { useEffect } from "react";
import { useLocation } from "wouter";
import { fetchAlerts } from "../../api/alerts";
import { Problem } from "../../api/client";
import { useDesk } from "../../desk/DeskContext";
import type { DeskListener } from "../../desk/desk";
import type { ConversationRow } from "../../desk/wire";
import { type Call, callOf } from "./news";
import { settingsOf } from "./settings";

/** Rows that are remembered, to see what changed in them. */
const MOST_KNOWN = 2_000;

function listener(
  known: Map<string, ConversationRow>,
  tell: (call: Call) => void,
  who: Who,
): Partial<DeskListener> {
  let newestAlert = new Date().toISOString();
  const tellAlert = async () => {
    const page = await fetchAlerts(null, new AbortController().signal);
    const newest = page.data.find((alert) => !alert.seen && alert.raised_at > newestAlert);
    if (!newest) return;
    newestAlert = newest.raised_at;
    const { id, subject: title, text: body, link } = newest;
    tell({ topic: "alert", tag: `alert-${id}`, title, body, href: link ?? "/console/inbox/waiting" });
  };
  return {
    onRow: (row) => {
      const call = callOf(row, known.get(row.id), { ...who(), now: Date.now() });
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(row.id, row);
      if (call) tell(call);
    },
    onAlerts: () =>
      void tellAlert().catch((problem: unknown) => {
        if (!(problem instanceof Problem)) throw problem; // the bell tells of it as well
      }),
    onRemoved: (id) => void known.delete(id),
  };
}

type Who = () => { id: string; teams: string[] };

export default function Caller() {
  const desk = useDesk();
  const [, go] = useLocation();
  useEffect(() => {
    const settings = settingsOf(desk.me.get().id);
    const who = () => {
      const { id, teams } = desk.me.get();
      return { id, teams: teams.map((team) => team.id) };
    };
    const tell = (one: Call) => {
      const { desktop, sound } = settings.get();
      if (desktop || sound) void import("./calling").then(({ call }) => call(one, settings.get(), go));
    };
    return desk.listen(listener(new Map(), tell, who));
  }, [desk, go]);
  return null;
}
