/** A failure in words: what did not work, why, the request id for support, and another try. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { explain } from "../api/problems";
import classes from "./Failure.module.css";

interface FailureProps {
  problem: unknown;
  what: string;
  onRetry: () => void;
}

export function Failure({ problem, what, onRetry }: FailureProps) {
  const { message, requestId, way } = explain(problem);
  return (
    <div className={classes.failure} role="alert">
      <h2>{what}</h2>
      <p>{message}</p>
      {way ? (
        <Button component={Link} href={way.href} variant="default" size="xs">
          {way.words}
        </Button>
      ) : (
        <Button variant="default" size="xs" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {requestId && (
        <p className={classes.id}>
          <Trans>Request</Trans> <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
