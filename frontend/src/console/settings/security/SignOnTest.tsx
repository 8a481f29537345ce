/** Tries the connection to the identity provider, and says in words what it found. */

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
          Test the connection
        </Button>
        <a href={signInUrl} target="_blank" rel="noreferrer">
          Try the sign-in itself
        </a>
      </div>
      <div role="status">
        {found?.ok && (
          <p className={classes.good}>
            Your identity provider answers, and its description fits what you entered.
          </p>
        )}
        {found && !found.ok && <p className={classes.bad}>{found.problem}</p>}
      </div>
      <FormProblem problem={test.error} />
    </div>
  );
}
