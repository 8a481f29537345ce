/** The live line for the components: one Desk for the whole console. */

import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Thread } from "../../shared/thread";
import type { Audience } from "./audience";
import { useCell } from "./cell";
import type { Desk } from "./desk";
import type { Me } from "./wire";

const Context = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  useEffect(() => {
    desk.start();
    return () => desk.stop();
  }, [desk]);
  return <Context value={desk}>{children}</Context>;
}

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("useDesk is used outside of DeskProvider.");
  return desk;
}

export function useMe(): Me {
  return useCell(useDesk().me);
}

export function useThread(id: string): Thread {
  return useCell(useDesk().thread(id));
}

export function useAudience(id: string): Audience {
  return useCell(useDesk().audience(id));
}
