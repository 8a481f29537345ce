/** The customer's own words on the handover card, in the reader's language: the message that they stand in. */

import { Trans } from "@lingui/react/macro";
import { messagesOf } from "../../../shared/thread";
import { useThread } from "../../desk/DeskContext";
import { useTranslating } from "./Translating";
import classes from "./Translating.module.css";

const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/…$/, "").trim();

export function TranslatedQuote({ conversationId, text }: { conversationId: string; text: string }) {
  const { of, shown } = useTranslating();
  const thread = useThread(conversationId);
  if (!shown || plain(text) === "") return null;
  const said = messagesOf(thread).find(
    (message) => message.author.kind === "customer" && plain(message.text).includes(plain(text)),
  );
  const found = said && of(said.seq);
  if (found?.state !== "made") return null;
  return (
    <p className={classes.quote}>
      <span lang={found.language}>{found.text}</span>{" "}
      <small>
        <Trans>Machine translation</Trans>
      </small>
    </p>
  );
}
