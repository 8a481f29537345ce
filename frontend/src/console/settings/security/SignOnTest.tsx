/** Tries the connection to the identity provider, and says in words what it found. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { testSignOn } from "../../api/signOn";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Security.module.css";

export function SignOnTest({ signInUrl }: { signInUrl: string }) {
  const test = useMutation({ mutationFn: testSignOn });
  const found = test.data;
  return (
    <div className={classes.test}>
      <div className={classes.row}>
        <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
          <Trans>Test the connection</Trans>
        </Button>
        <a href={signInUrl} target="_blank" rel="noreferrer">
          <Trans>Try the sign-in itself</Trans>
        </a>
      </div>
      <div role="status">
        {found?.ok && (
          <p className={classes.good}>
            <Trans>Your identity provider answers, and its description fits what you entered.</Trans>
          </p>
        )}
        {found && !found.ok && <p className={classes.bad}>{found.problem}</p>}
      </div>
      <FormProblem problem={test.error} />
    </div>
  );
}
