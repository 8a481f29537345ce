/** The document's title: the place, then the company. */

import { useEffect } from "react";
import { useMe } from "../desk/DeskContext";

export function useTitle(place: string): void {
  const company = useMe().company.name;
  useEffect(() => {
    document.title = `${place} · ${company}`;
  }, [place, company]);
}
