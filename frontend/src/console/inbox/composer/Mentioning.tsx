/** Picks a colleague for an @ in a note, and says who will be told. */

import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { listAgents } from "../../api/conversations";
import { listed } from "../../shell/locale";
import classes from "./Bars.module.css";
import { askedFor, colleaguesKey, mentionedIn, withMention } from "./mentions";
import { focusComposer } from "./place";

const MOST = 5;

export default function Mentioning({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { data } = useQuery({
    queryKey: colleaguesKey,
    queryFn: ({ signal }) => listAgents(signal),
    staleTime: 5 * 60_000,
  });
  const people = data?.data ?? [];
  const named = mentionedIn(text, people);
  const asked = askedFor(text);
  const found =
    asked === null ||
    named.some(({ name }) => text.trimEnd().toLowerCase().endsWith(`@${name.toLowerCase()}`))
      ? []
      : people.filter(({ name }) => name.toLowerCase().includes(asked.trim().toLowerCase())).slice(0, MOST);
  if (found.length === 0 && named.length === 0) return null;
  return (
    <div className={classes.bar} role="status">
      {named.length > 0 && (
        <span>
          <Trans>Tells {{ who: listed(named.map(({ name }) => name)) }}</Trans>
        </span>
      )}
      {found.map((one) => (
        <button
          key={one.id}
          type="button"
          className={classes.act}
          onClick={() => {
            onText(withMention(text, asked ?? "", one.name));
            focusComposer();
          }}
        >
          @{one.name}
        </button>
      ))}
    </div>
  );
}
