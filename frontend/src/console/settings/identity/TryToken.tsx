/** Would a token that the company's server signed count? */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "../../../shared/time";
import { type Tried, tryToken } from "../../api/identity";
import { FormProblem } from "../../ui/FormProblem";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import classes from "./Identity.module.css";

export function TryToken() {
  const [token, setToken] = useState("");
  const { mutate, data, error, isPending, reset } = useMutation({ mutationFn: tryToken });
  return (
    <Section title={t`Try a token`} says={t`Paste what your server signed. Nothing is stored.`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim()) mutate(token.trim());
        }}
      >
        <Fields>
          <Textarea
            label={t`Token`}
            autosize
            minRows={2}
            maxRows={6}
            spellCheck={false}
            value={token}
            onChange={(event) => {
              setToken(event.currentTarget.value);
              reset();
            }}
          />
          <FormProblem problem={error} />
          <div>
            <Button type="submit" variant="default" loading={isPending} disabled={!token.trim()}>
              <Trans>Try it</Trans>
            </Button>
          </div>
          {data && <Verdict tried={data} />}
        </Fields>
      </form>
    </Section>
  );
}

function Verdict({ tried }: { tried: Tried }) {
  const { claims, problem, code } = tried;
  if (!claims) {
    return (
      <p className={classes.verdict} data-good={false} role="status">
        <Trans>It would not count.</Trans> {problem} <code>{code}</code>
      </p>
    );
  }
  const { email, sub } = claims;
  const name = claims.name || email;
  const end = moment(new Date(claims.exp * 1000).toISOString());
  const known = Object.entries(claims.attributes).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <div className={classes.verdict} data-good role="status">
      <p>
        <Trans>
          It would count: {name} ({email}), known to you as <code>{sub}</code>.
        </Trans>
      </p>
      {known.length > 0 && <p>{known.join(", ")}</p>}
      <p>
        <Trans>It ends {end}.</Trans>
      </p>
    </div>
  );
}
