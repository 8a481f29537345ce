/** How often customers had to say again what the handover card had, and in which conversations. */

import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link } from "wouter";
import { moment } from "../../../shared/time";
import { fetchRepeats, handingKeys, type Repeats } from "../../api/handing";
import { number } from "../../shell/locale";
import { Failure } from "../../ui/Failure";
import { IntervalBar } from "./IntervalBar";
import classes from "./Quality.module.css";
import { intervalInWords, percent } from "./words";

const SHOWN = 10;

export default function RepeatRate({ days }: { days: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: handingKeys.repeats(days),
    queryFn: ({ signal }) => fetchRepeats(days, signal),
  });
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The repeats could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return null;
  return (
    <section className={classes.figure} aria-label={t`Said again`}>
      <h2>
        <Trans>Said again after a handover</Trans>
      </h2>
      {data.share ? <Measured found={data} share={data.share} /> : <Nothing days={days} />}
    </section>
  );
}

function Nothing({ days }: { days: number }) {
  return (
    <p className={classes.says}>
      <Trans>
        Nobody has finished a handover in the last <Plural value={days} one="# day" other="# days" />. Once
        somebody does, this says how often the customer was asked for what was known, or gave it again.
      </Trans>
    </p>
  );
}

function Measured({ found, share }: { found: Repeats; share: NonNullable<Repeats["share"]> }) {
  const repeated = number(found.repeated);
  const handovers = number(found.handovers);
  const shown = found.conversations.slice(0, SHOWN);
  return (
    <>
      <p className={classes.big}>
        {percent(share.value)}
        <small title={t`In 95 of 100 such samples the true share lies within`}>
          {intervalInWords(share)}
        </small>
      </p>
      <IntervalBar estimate={share} />
      <p className={classes.says}>
        <Trans>
          In {repeated} of {handovers} handovers the customer was asked for what was known, or gave it again.
        </Trans>
        {found.kinds.map(({ label, asked, given }) => (
          <Fragment key={label}>
            {" "}
            {t`${label}: ${plural(asked, { one: "asked # time", other: "asked # times" })}, given again ${given}.`}
          </Fragment>
        ))}
      </p>
      {shown.length > 0 && (
        <ul className={classes.again} aria-label={t`Conversations`}>
          {shown.map((one) => (
            <li key={`${one.conversation_id} ${one.accepted_at}`}>
              <Link href={`/console/inbox/all/${one.conversation_id}`}>{one.customer}</Link>{" "}
              <small>
                {one.agent ?? t`Somebody`}, {moment(one.accepted_at)}:{" "}
                {one.repeats
                  .map(({ by, label }) =>
                    by === "agent" ? t`${label} asked again` : t`${label} given again`,
                  )
                  .join(", ")}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
