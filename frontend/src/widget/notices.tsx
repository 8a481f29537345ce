/** What stands above the thread when something is wrong: the connection, or what the server said. */

import { useEffect, useState } from "preact/hooks";
import type { Link } from "../shared/socket";
import type { ApiError } from "../shared/wire";
import type { Conversation, View } from "./conversation";
import { CrossMark } from "./marks";
import { say } from "./words/words";

/** A blink of a reconnection is not worth a word. */
const SAY_LOST_AFTER = 1_500;

function useLost(link: Link): boolean {
  const [lost, setLost] = useState(false);
  const open = link === "open";
  useEffect(() => {
    if (open) {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), SAY_LOST_AFTER);
    return () => clearTimeout(timer);
  }, [open]);
  return lost;
}

function Banner({ link, onRetry }: { link: Link; onRetry: () => void }) {
  if (link === "refused") {
    return (
      <p class="banner banner--bad" role="alert">
        {say("refused")}
      </p>
    );
  }
  return (
    <div class="banner" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>
        {say(link === "offline" ? "offline" : "reconnecting")} {say("kept")}
      </span>
      <button type="button" class="link" onClick={onRetry}>
        {say("tryNow")}
      </button>
    </div>
  );
}

function Fault({ fault, onDismiss }: { fault: ApiError; onDismiss: () => void }) {
  return (
    <div class="banner banner--bad" role="alert">
      <span>
        {fault.message} <small>{fault.request_id}</small>
      </span>
      <button type="button" class="icon-button" aria-label={say("dismiss")} onClick={onDismiss}>
        <CrossMark />
      </button>
    </div>
  );
}

export function Notices({ view, talk }: { view: View; talk: Conversation }) {
  const lost = useLost(view.link);
  return (
    <>
      {(lost || view.link === "refused") && <Banner link={view.link} onRetry={() => talk.reconnect()} />}
      {view.fault && <Fault fault={view.fault} onDismiss={() => talk.dismissFault()} />}
    </>
  );
}
