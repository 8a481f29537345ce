/** Picks a colleague for an @ in a note, by mouse or by keyboard, and says who will be told. */

import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useState } from "react";
import { listAgents } from "../../api/conversations";
import { listed } from "../../shell/locale";
import classes from "./Bars.module.css";
import { askedFor, colleaguesKey, mentionedIn, withMention } from "./mentions";
import { namesNobody, offeredFor } from "./naming";
import { focusComposer } from "./place";

/** What a key of the field does while colleagues are offered; true where it did something. */
export type PickingKeys = RefObject<((key: string) => boolean) | null>;

interface MentioningProps {
  text: string;
  onText: (text: string) => void;
  keys: PickingKeys;
}

export default function Mentioning({ text, onText, keys }: MentioningProps) {
  const { data } = useQuery({
    queryKey: colleaguesKey,
    queryFn: ({ signal }) => listAgents(signal),
    staleTime: 5 * 60_000,
  });
  const people = data?.data ?? [];
  const named = mentionedIn(text, people);
  const [left, setLeft] = useState<string | null>(null);
  const found = left === text ? [] : offeredFor(text, people);
  const [moved, setMoved] = useState(0);
  const at = Math.min(moved, Math.max(0, found.length - 1));
  const pick = (name: string) => {
    onText(withMention(text, askedFor(text) ?? "", name));
    setMoved(0);
    focusComposer();
  };
  useEffect(() => {
    keys.current = (key) => {
      const one = found[at];
      if (!one) return false;
      if (key === "Enter" || key === "Tab") pick(one.name);
      else if (key === "ArrowDown" || key === "ArrowUp") {
        setMoved((at + (key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      } else if (key === "Escape") setLeft(text);
      else return false;
      return true;
    };
    return () => {
      keys.current = null;
    };
  });
  const nobody = data && found.length === 0 ? namesNobody(text, people) : null;
  if (found.length === 0 && named.length === 0 && !nobody) return null;
  return (
    <div className={classes.bar} role="status">
      {named.length > 0 && (
        <span>
          <Trans>Tells {{ who: listed(named.map(({ name }) => name)) }}</Trans>
        </span>
      )}
      {nobody && (
        <span>
          <Trans>“@{nobody}” tells nobody yet: name them in full.</Trans>
        </span>
      )}
      {found.map((one, index) => (
        <button
          key={one.id}
          type="button"
          className={classes.act}
          data-at={index === at || undefined}
          onClick={() => pick(one.name)}
        >
          @{one.name}
        </button>
      ))}
      {found.length > 0 && (
        <span>
          <Trans>
            <kbd>Enter</kbd> names them
          </Trans>
        </span>
      )}
    </div>
  );
}
