/** Before a conversation is printed: what goes on the paper; all of it is fetched first, also what is not in sight. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { fetchConversation } from "../../api/conversations";
import { useDesk, useMe, useThread } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import { Failure } from "../../ui/Failure";
import { Paper, type Printed } from "./Paper";
import classes from "./Printing.module.css";

const CHOSEN: Printed = { notes: false, course: true };

export default function PrintDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const desk = useDesk();
  const me = useMe();
  const thread = useThread(id);
  const { data, error, refetch } = useQuery({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => fetchConversation(id, signal),
  });
  const [chosen, setChosen] = useState(CHOSEN);
  const [state, setState] = useState<"choosing" | "fetching" | "short" | "printing">("choosing");
  const print = async () => {
    setState("fetching");
    setState((await desk.loadBackTo(id, 1)) ? "printing" : "short");
  };
  usePrinting(state === "printing", onClose);
  return (
    <Modal opened onClose={onClose} title={t`Print transcript`} size={420}>
      {error && !data ? (
        <Failure
          problem={error}
          what={t`The conversation could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void print();
          }}
        >
          <p>
            <Trans>
              What was said is printed from its first word, with dates and times of your own zone.
            </Trans>
          </p>
          <Checkbox
            label={t`Who had it, and when it changed hands`}
            checked={chosen.course}
            onChange={(event) => setChosen({ ...chosen, course: event.currentTarget.checked })}
          />
          <Checkbox
            label={t`Private notes`}
            description={t`They are for your team: leave them out where the paper goes to the customer.`}
            checked={chosen.notes}
            onChange={(event) => setChosen({ ...chosen, notes: event.currentTarget.checked })}
          />
          {state === "short" && (
            <p className={classes.problem} role="alert">
              <Trans>Not all of it could be fetched. Check your connection, and try again.</Trans>
            </p>
          )}
          <div className={classes.foot}>
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button data-autofocus type="submit" loading={state === "fetching"} disabled={!data}>
              <Trans>Print</Trans>
            </Button>
          </div>
        </form>
      )}
      {data &&
        state === "printing" &&
        createPortal(<Paper detail={data} thread={thread} me={me} printed={chosen} />, document.body)}
    </Modal>
  );
}

/** Opens the browser's own dialog once the paper is there; afterwards there is no paper. */
function usePrinting(ready: boolean, onDone: () => void): void {
  useEffect(() => {
    if (!ready) return;
    window.addEventListener("afterprint", onDone);
    const drawn = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(drawn);
      window.removeEventListener("afterprint", onDone);
    };
  }, [ready, onDone]);
}
