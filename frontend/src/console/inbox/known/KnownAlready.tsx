/** Warns before an agent asks for what is known: the value, the message it stands in, and one click to use it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asksKnown } from "../../api/handing";
import classes from "./KnownAlready.module.css";

const QUIET = 500; // ms without typing
const SHORTEST = 8;

interface KnownAlreadyProps {
  conversationId: string;
  /** The reply as it is typed. */
  text: string;
  /** The reply with the value in place of its question. */
  onUse: (text: string) => void;
  onJump: (seq: number) => void;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The reply with the known value put in: it confirms what it would have asked. */
export function withValue(text: string, asked: { sentence: string; label: string; value: string }): string {
  const { sentence, label, value } = asked;
  const confirms = `${label}: ${value}.`;
  return text.includes(sentence) ? text.replace(sentence, confirms) : `${text.trimEnd()} ${confirms}`;
}

export default function KnownAlready({ conversationId, text, onUse, onJump }: KnownAlreadyProps) {
  const settled = useSettled(text.trim());
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { data } = useQuery({
    queryKey: ["asks-known", conversationId, settled],
    queryFn: () => asksKnown(conversationId, settled),
    enabled: settled.length >= SHORTEST,
    staleTime: 30_000,
    retry: false,
  });
  const found = text.trim() ? (data?.data.filter((one) => !dismissed.includes(one.name)) ?? []) : [];
  return (
    <div role="status" className={classes.place}>
      {found.map((one) => {
        const { seq } = one;
        return (
          <p key={one.name} className={classes.known}>
            <span>
              <Trans>You know this already: {one.label}</Trans>{" "}
              {seq ? (
                <button type="button" title={t`Show where it was said`} onClick={() => onJump(seq)}>
                  {one.value}
                </button>
              ) : (
                <b title={t`From the customer's record`}>{one.value}</b>
              )}
            </span>
            <button type="button" onClick={() => onUse(withValue(text, one))}>
              <Trans>Use it</Trans>
            </button>
            <button type="button" onClick={() => setDismissed([...dismissed, one.name])}>
              <Trans>Ask anyway</Trans>
            </button>
          </p>
        );
      })}
    </div>
  );
}
