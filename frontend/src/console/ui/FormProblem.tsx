/** What went wrong with a form as a whole; what belongs to a field is said at the field. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { Problem } from "../api/client";
import { explain } from "../api/problems";
import classes from "./FormProblem.module.css";

interface FormProblemProps {
  /** Null while all is well. */
  problem: unknown;
  /** The fields that tell their own problems. */
  fields?: readonly string[];
}

const isTold = (problem: unknown, fields: readonly string[]): boolean =>
  problem instanceof Problem && fields.some((field) => problem.param?.split(".")[0] === field);

export function FormProblem({ problem, fields = [] }: FormProblemProps) {
  if (!problem || isTold(problem, fields)) return null;
  const { message, requestId, way } = explain(problem);
  return (
    <p className={classes.problem} role="alert">
      {message} {way && <Link href={way.href}>{way.words}</Link>}
      {requestId && (
        <span>
          <Trans>Request</Trans> <code>{requestId}</code>
        </span>
      )}
    </p>
  );
}
