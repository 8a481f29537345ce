/** One row for each token: what it is for, what it opens, whether it is used. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Token } from "../api/tokens";
import { useNow } from "../inbox/useNow";
import { Ago } from "../ui/Ago";
import { Confirm } from "../ui/Confirm";
import table from "../ui/Table.module.css";
import { endingOf, useOf } from "./expiry";
import { inWords } from "./scopes";
import classes from "./Tokens.module.css";
import { useRevokeToken } from "./useTokens";

export function TokensTable({ tokens }: { tokens: readonly Token[] }) {
  return (
    <table className={table.table} aria-label={t`API tokens`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Name</Trans>
          </th>
          <th scope="col">
            <Trans>Opens</Trans>
          </th>
          <th scope="col">
            <Trans>Last used</Trans>
          </th>
          <th scope="col">
            <Trans>Expires</Trans>
          </th>
          <th scope="col">
            <span className="sr">
              <Trans>Actions</Trans>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id} token={token} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ token }: { token: Token }) {
  const { name, ending, scopes, created_at, created_by } = token;
  const who = created_by?.name;
  return (
    <tr>
      <td>
        <span className={classes.name}>{name}</span>
        <span className={classes.made}>
          <code>…{ending}</code> ·{" "}
          {who ? (
            <Trans>
              created <Ago at={created_at} /> by {who}
            </Trans>
          ) : (
            <Trans>
              created <Ago at={created_at} />
            </Trans>
          )}
        </span>
      </td>
      <td data-label={t`Opens`}>
        <Opens scopes={scopes} />
      </td>
      <td data-label={t`Last used`}>
        <LastUse token={token} />
      </td>
      <td data-label={t`Expires`}>
        <Expires at={token.expires_at} />
      </td>
      <td className={table.acts}>
        <Revoke token={token} />
      </td>
    </tr>
  );
}

const SHOWN = 3;

/** What it opens, by area; beyond a few lines the rest on demand. */
function Opens({ scopes }: { scopes: readonly string[] }) {
  const lines = inWords(scopes);
  const [first, rest] = lines.length <= SHOWN + 1 ? [lines, []] : [lines.slice(0, SHOWN), lines.slice(SHOWN)];
  const more = rest.length;
  return (
    <div className={classes.opens}>
      {first.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            <Trans>and {more} more</Trans>
          </summary>
          {rest.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </details>
      )}
    </div>
  );
}

function LastUse({ token }: { token: Token }) {
  const use = useOf(token, useNow());
  return (
    <div className={classes.opens}>
      {token.last_used_at ? (
        <Ago at={token.last_used_at} />
      ) : (
        <span className={classes.never}>
          <Trans>Never</Trans>
        </span>
      )}
      {(use === "unused" || use === "dormant") && (
        <span className={classes.hint}>
          <Trans>If nothing needs it, revoke it.</Trans>
        </span>
      )}
    </div>
  );
}

function Expires({ at }: { at: string | null }) {
  const ending = endingOf(at, useNow());
  if (at === null)
    return (
      <span className={classes.never}>
        <Trans>Never</Trans>
      </span>
    );
  return (
    <span className={classes.expires} data-ending={ending}>
      {ending === "over" ? t`Expired` : <Ago at={at} />}
    </span>
  );
}

function Revoke({ token }: { token: Token }) {
  const [asked, setAsked] = useState(false);
  const revoke = useRevokeToken();
  const { name, ending } = token;
  const close = () => {
    setAsked(false);
    revoke.reset();
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t`Revoke ${name}`}
        onClick={() => setAsked(true)}
      >
        <Trans>Revoke</Trans>
      </Button>
      <Confirm
        opened={asked}
        title={t`Revoke ${name}?`}
        does={t`Revoke`}
        busy={revoke.isPending}
        problem={revoke.error}
        onClose={close}
        onConfirm={() => revoke.mutate(token, { onSuccess: close })}
      >
        <p>
          <Trans>
            Whatever uses the token that ends in <strong>{ending}</strong> stops working at once. This cannot
            be undone; you can create a new token instead.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}
