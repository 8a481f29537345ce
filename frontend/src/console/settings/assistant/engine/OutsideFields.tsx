/** How an AI of the company's own is connected, how long it may take, and when it was last heard. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NumberInput } from "@mantine/core";
import { Link } from "wouter";
import type { Engine } from "../../../api/engine";
import { atField } from "../../../api/problems";
import { Ago } from "../../../ui/Ago";
import classes from "./Engine.module.css";
import type { Typed } from "./typed";

interface OutsideFieldsProps {
  typed: Typed;
  saved: Engine;
  problem: unknown;
  onChange: (change: Partial<Typed>) => void;
}

export function OutsideFields({ typed, saved, problem, onChange }: OutsideFieldsProps) {
  const seconds = saved.left_alone_seconds;
  return (
    <>
      {saved.outside_tokens === 0 && (
        <p className={classes.bad} role="status">
          <Trans>
            No token may act as the assistant yet, so nobody is asked and Baton answers.{" "}
            <Link href="/console/tokens">Create a token</Link> with the scope assistant:act.
          </Trans>
        </p>
      )}
      <p className={classes.used}>
        <Heard saved={saved} />{" "}
        <Trans>
          Your AI hears of each question by webhook or by asking, over REST or MCP.{" "}
          <a href="/docs/api/outside-assistant/" target="_blank" rel="noreferrer">
            How to connect it
          </a>
        </Trans>
      </p>
      <NumberInput
        label={t`Seconds to answer`}
        description={t`5 to 45. After that Baton answers in its place, so that nobody waits for nothing.`}
        min={5}
        max={45}
        allowDecimal={false}
        classNames={{ wrapper: classes.number ?? "" }}
        value={typed.outside_seconds}
        error={atField(problem, "outside_seconds")}
        onChange={(value) => onChange({ outside_seconds: value })}
      />
      {saved.engine === "outside" && saved.left_alone_seconds !== null && (
        <p className={classes.bad} role="status">
          <Trans>
            It was silent several times in a row. Baton answers, and your AI is asked again in {seconds} s.
          </Trans>
        </p>
      )}
    </>
  );
}

function Heard({ saved }: { saved: Engine }) {
  const token = saved.outside_heard_by;
  if (saved.outside_heard_at === null) return <Trans>It was not heard yet.</Trans>;
  return token ? (
    <Trans>
      Last heard <Ago at={saved.outside_heard_at} />, with the token {token}.
    </Trans>
  ) : (
    <Trans>
      Last heard <Ago at={saved.outside_heard_at} />.
    </Trans>
  );
}
