/** One line of the ledger, whole: why it counts, the words that prove it, what became of it, and the dispute. */

import { Modal } from "@mantine/core";
import { useRef } from "react";
import { Link } from "wouter";
import type { Evidence, LedgerLine } from "../../api/billing";
import { inboxPath } from "../../inbox/address";
import drawer from "../../reports/behind/Behind.module.css";
import { useMay } from "../../shell/useMay";
import classes from "../Billing.module.css";
import { Pill } from "../Pill";
import { lineState } from "../words";
import { DisputeForm, DisputeState } from "./DisputeForm";
import own from "./Usage.module.css";

interface LineDrawerProps {
  line: LedgerLine | null;
  billed: boolean;
  onClose: () => void;
}

export function LineDrawer({ line, billed, onClose }: LineDrawerProps) {
  return (
    <Modal
      opened={line !== null}
      onClose={onClose}
      title={line?.customer?.name ?? "Resolution"}
      size={520}
      classNames={{ inner: drawer.inner, content: drawer.drawer, body: drawer.body }}
      transitionProps={{ transition: "slide-left" }}
    >
      {line && <Inside line={line} billed={billed} />}
    </Modal>
  );
}

function Inside({ line, billed }: { line: LedgerLine; billed: boolean }) {
  const state = lineState(line, billed);
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  const undisputed = useRef(line.dispute === null);
  const mayDispute = useMay("billing.manage") && billed && line.can_dispute;
  return (
    <div className={own.inside}>
      <p className={own.about}>
        <Pill mood={state.mood}>{state.words}</Pill>
        <span>
          {[line.topic, `resolved ${when.format(new Date(line.ended_at))}`].filter(Boolean).join(" · ")}
        </span>
      </p>
      <div className={own.part}>
        <h3>Why it counts</h3>
        <p>{line.why}</p>
      </div>
      <EvidenceList evidence={line.evidence} customer={line.customer?.name ?? "The customer"} />
      {line.conversation_id ? (
        <p>
          <Link className={classes.link} href={inboxPath("all", line.conversation_id)}>
            Open the whole conversation
          </Link>
        </p>
      ) : (
        <p className={classes.quiet}>The conversation was deleted; what was counted stays.</p>
      )}
      {billed && !line.charged && !line.credit && line.not_charged_because && (
        <div className={own.part}>
          <h3>Not charged</h3>
          <p>{line.not_charged_because}</p>
        </div>
      )}
      {line.credit && line.credit.reason !== "disputed" && (
        <div className={own.part}>
          <h3>{billed ? "Credited" : "Taken back"}</h3>
          <p>
            {line.credit.words} <span className={classes.quiet}>{when.format(new Date(line.credit.at))}</span>
          </p>
        </div>
      )}
      {line.dispute && <DisputeState dispute={line.dispute} told={undisputed.current} />}
      {mayDispute && <DisputeForm key={line.id} line={line} />}
    </div>
  );
}

function EvidenceList({ evidence, customer }: { evidence: readonly Evidence[]; customer: string }) {
  if (evidence.length === 0) return null;
  return (
    <div className={own.part}>
      <h3>What proves it</h3>
      <ul className={own.evidence}>
        {evidence.map(({ seq, author, text }) => (
          <li key={seq}>
            <span>{author === "assistant" ? "Assistant" : customer}</span>
            {text === null ? <em>These words were erased.</em> : <q>{text}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}
