/** One line of the ledger, whole: why it counts, the words that prove it, what became of it, and the dispute. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Modal } from "@mantine/core";
import { useRef } from "react";
import { Link } from "wouter";
import type { Evidence, LedgerLine } from "../../api/billing";
import { inboxPath } from "../../inbox/address";
import drawer from "../../reports/behind/Behind.module.css";
import { locale } from "../../shell/locale";
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
      title={line?.customer?.name ?? t`Resolution`}
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
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" });
  const at = when.format(new Date(line.ended_at));
  const undisputed = useRef(line.dispute === null);
  const mayDispute = useMay("billing.manage") && billed && line.can_dispute;
  return (
    <div className={own.inside}>
      <p className={own.about}>
        <Pill mood={state.mood}>{state.words}</Pill>
        <span>{[line.topic, t`resolved ${at}`].filter(Boolean).join(" · ")}</span>
      </p>
      <div className={own.part}>
        <h3>
          <Trans>Why it counts</Trans>
        </h3>
        <p>{line.why}</p>
      </div>
      <EvidenceList evidence={line.evidence} customer={line.customer?.name ?? t`The customer`} />
      {line.conversation_id ? (
        <p>
          <Link className={classes.link} href={inboxPath("all", line.conversation_id)}>
            <Trans>Open the whole conversation</Trans>
          </Link>
        </p>
      ) : (
        <p className={classes.quiet}>
          <Trans>The conversation was deleted; what was counted stays.</Trans>
        </p>
      )}
      {billed && !line.charged && !line.credit && line.not_charged_because && (
        <div className={own.part}>
          <h3>
            <Trans>Not charged</Trans>
          </h3>
          <p>{line.not_charged_because}</p>
        </div>
      )}
      {line.credit && line.credit.reason !== "disputed" && (
        <div className={own.part}>
          <h3>{billed ? t`Credited` : t`Taken back`}</h3>
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
      <h3>
        <Trans>What proves it</Trans>
      </h3>
      <ul className={own.evidence}>
        {evidence.map(({ seq, author, text }) => (
          <li key={seq}>
            <span>{author === "assistant" ? t`Assistant` : customer}</span>
            {text === null ? (
              <em>
                <Trans>These words were erased.</Trans>
              </em>
            ) : (
              <q>{text}</q>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
