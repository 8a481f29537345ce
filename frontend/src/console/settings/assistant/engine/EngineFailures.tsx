/** When the model gave no answer, and why; meanwhile Baton's own engine answered. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Engine, ModelFailure } from "../../../api/engine";
import { inboxPath } from "../../../inbox/address";
import { Ago } from "../../../ui/Ago";
import classes from "./Engine.module.css";

export function EngineFailures({ engine }: { engine: Engine }) {
  const seconds = engine.left_alone_seconds;
  return (
    <div className={classes.failures}>
      <h3>
        <Trans>Last failures</Trans>
      </h3>
      {engine.left_alone_seconds !== null && (
        <p className={classes.bad} role="status">
          <Trans>
            The model failed several times in a row. Baton's own engine answers, and the model is tried again
            in {seconds} s.
          </Trans>
        </p>
      )}
      {engine.failures.length === 0 ? (
        <p>
          <Trans>None in the last 90 days.</Trans>
        </p>
      ) : (
        <ul>
          {engine.failures.map((failure) => (
            <FailureLine key={failure.id} failure={failure} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FailureLine({ failure }: { failure: ModelFailure }) {
  return (
    <li>
      <span>{failure.says}</span>
      <small>
        <Ago at={failure.at} />
        {failure.conversation_id && (
          <Link href={inboxPath("all", failure.conversation_id)}>
            <Trans>Open the conversation</Trans>
          </Link>
        )}
      </small>
    </li>
  );
}
