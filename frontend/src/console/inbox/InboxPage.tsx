/** The inbox: the list, the thread, and the context of the conversation that is open. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { useTitle } from "../shell/useTitle";
import { inboxPath, readInboxPath, viewName } from "./address";
import { Conversation } from "./Conversation";
import classes from "./Inbox.module.css";
import { ConversationList } from "./list/ConversationList";
import { SEARCH_ID } from "./list/SearchBox";
import { useInboxList } from "./list/useInboxList";
import { NothingOpen } from "./NothingOpen";
import { useContextPane } from "./useContextPane";
import { useKnownRow } from "./useConversation";
import { useInboxKeys } from "./useInboxKeys";

function focusSearch(): void {
  document.getElementById(SEARCH_ID)?.focus();
}

export default function InboxPage() {
  const [path, go] = useLocation();
  const { view, conversationId, context } = readInboxPath(path);
  const list = useInboxList(view, conversationId);
  const pane = useContextPane({ view, conversationId, context });
  const known = useKnownRow(conversationId, list.rows);
  useTitle(t`${viewName(view)} · Inbox`);

  const step = (by: 1 | -1) => {
    const id = list.next(by);
    if (id && id !== conversationId) go(inboxPath(view, id), { replace: conversationId !== null });
  };
  useInboxKeys({
    next: () => step(1),
    previous: () => step(-1),
    search: focusSearch,
    choose: conversationId ? () => list.selection.toggle(conversationId) : undefined,
    context: conversationId ? pane.toggle : undefined,
  });

  return (
    <main className={classes.page}>
      <h1 className="sr">
        <Trans>Inbox</Trans>
      </h1>
      <div
        className={classes.inbox}
        data-pane={conversationId === null ? "list" : context ? "context" : "thread"}
        data-context={(conversationId !== null && pane.beside) || undefined}
      >
        <ConversationList view={view} open={conversationId} list={list} />
        {conversationId === null ? (
          <NothingOpen />
        ) : (
          <Conversation key={conversationId} id={conversationId} view={view} known={known} pane={pane} />
        )}
      </div>
    </main>
  );
}
