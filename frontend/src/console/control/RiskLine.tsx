/** One conversation of the table: how risky, who, why in words and evidence, what was said last, how long. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { memo } from "react";
import { Link } from "wouter";
import type { RiskRow, Spoken } from "../api/control";
import { BatonIcon, MailIcon, OutIcon } from "../shell/icons";
import { RiskBar } from "./RiskBar";
import classes from "./RiskLine.module.css";
import { stateInWords, timesOf } from "./words";

interface LineProps {
  row: RiskRow;
  gone: boolean;
  open: boolean;
  /** It should stand higher than it does. */
  moved: boolean;
  href: string;
  now: number;
}

const SPEAKERS: Record<Spoken["author"], string> = {
  customer: t`Customer`,
  assistant: t`Assistant`,
  agent: t({ message: "Person", context: "who said it" }),
  system: "Baton",
};

export const RiskLine = memo(function RiskLine({ row, gone, open, moved, href, now }: LineProps) {
  const times = timesOf(row, now);
  return (
    <>
      <td className={classes.risk}>
        <RiskBar risk={row.risk} tier={row.tier} aside={row.dismissed !== null} />
        {moved && (
          <span className={classes.moved}>
            <Trans>moved up</Trans>
          </span>
        )}
      </td>
      <td className={classes.who}>
        <Link href={href} className={classes.name} aria-current={open ? "true" : undefined}>
          {row.customer.name}
        </Link>
        <About row={row} />
        <Marks row={row} gone={gone} />
      </td>
      <td className={classes.why}>
        <Why row={row} />
      </td>
      <td className={classes.exchange}>
        {row.last_exchange.slice(-2).map((said) => (
          <p key={said.seq} data-author={said.author}>
            <span className={classes.speaker}>{SPEAKERS[said.author]}</span> {said.text}
          </p>
        ))}
      </td>
      <td className={classes.time}>
        <span title={t`Since it began`}>
          {times.total}
          <span className="sr">
            {" "}
            <Trans>since it began</Trans>
          </span>
        </span>
        <small>
          <Trans>
            last {{ time: times.last }}
            <span className="sr"> ago</span>
          </Trans>
        </small>
      </td>
    </>
  );
});

const BY = { email: t`By e-mail`, api: t`By your own channel`, import: t`Brought from elsewhere` };

/** What it is about, where that is known, and by which way it comes where that is not the widget. */
function About({ row: { topic, subject, channel } }: { row: RiskRow }) {
  const words = topic || subject;
  if (channel === "widget") return words ? <span className={classes.about}>{words}</span> : null;
  return (
    <span className={classes.about}>
      {channel === "email" ? <MailIcon size={12} /> : <OutIcon size={12} />}
      {words && <span className="sr">{BY[channel]}. </span>}
      {words || BY[channel]}
    </span>
  );
}

function Marks({ row, gone }: { row: RiskRow; gone: boolean }) {
  if (gone)
    return (
      <span className={classes.state}>
        <Trans>With the assistant no more</Trans>
      </span>
    );
  return (
    <span className={classes.marks}>
      {row.hold && !row.draft && (
        <span data-mark="held">
          <Trans>Held</Trans>
        </span>
      )}
      {row.draft && (
        <span data-mark="check">
          <Trans>To check</Trans>
        </span>
      )}
      {row.guidance?.state === "waiting" && (
        <span data-mark="guided">
          <Trans>Guided</Trans>
        </span>
      )}
      {row.dismissed && (
        <span data-mark="dismissed">
          <Trans>Dismissed</Trans>
        </span>
      )}
      {!row.hold && !row.draft && !row.dismissed && (
        <span className={classes.state}>
          {row.state === "answering" && <BatonIcon size={12} />}
          {stateInWords(row)}
        </span>
      )}
    </span>
  );
}

function Why({ row }: { row: RiskRow }) {
  const [first, ...others] = row.reasons;
  if (!first)
    return (
      <p className={classes.calm}>
        <Trans>Nothing speaks for a risk.</Trans>
      </p>
    );
  const words = first.words ?? others.find((reason) => reason.words)?.words;
  return (
    <>
      <p className={classes.reason}>
        {first.label}
        {others.length > 0 && (
          <span className={classes.more} title={others.map(({ label }) => label).join("\n")}>
            +{others.length}
            <span className="sr">
              {" "}
              <Trans>more</Trans>
            </span>
          </span>
        )}
      </p>
      {words && <p className={classes.quote}>{t`“${{ words: words.text }}”`}</p>}
    </>
  );
}
