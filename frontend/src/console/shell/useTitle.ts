/** The document's title: how many conversations want a person, the place, then the company. */

import { useEffect } from "react";
import { useMe } from "../desk/DeskContext";
import { useUnread } from "./useUnread";

export function useTitle(place: string): void {
  const company = useMe().company.name;
  const { waiting, unanswered } = useUnread();
  const unread = waiting + unanswered;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread > 99 ? "99+" : unread}) ` : ""}${place} · ${company}`;
  }, [unread, place, company]);
}
