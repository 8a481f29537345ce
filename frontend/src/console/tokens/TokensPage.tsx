/** API tokens: programs that may use the API, each within its scopes. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { PlusIcon } from "../shell/icons";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { CreateDialog } from "./CreateDialog";
import { TokensSkeleton } from "./TokensSkeleton";
import { TokensTable } from "./TokensTable";
import { useTokens } from "./useTokens";

export default function TokensPage() {
  const [query, setQuery] = useSearchParams();
  const asked = query.get("scopes"); // a guide's link names those that its program needs
  const [creating, setCreating] = useState(asked !== null);
  const { data: tokens, error, refetch } = useTokens();
  const create = (
    <Button leftSection={<PlusIcon size={14} />} onClick={() => setCreating(true)} disabled={!tokens}>
      <Trans>Create token</Trans>
    </Button>
  );
  return (
    <Page
      title={t`API tokens`}
      wide
      says={
        <Trans>
          For programs of your own: each token opens the API within its scopes, and nothing else.{" "}
          <a href="/docs/api/" target="_blank" rel="noopener">
            Read what the API can do
          </a>
        </Trans>
      }
      actions={create}
    >
      {error ? (
        <Failure problem={error} what={t`The tokens could not be loaded.`} onRetry={() => void refetch()} />
      ) : !tokens ? (
        <TokensSkeleton />
      ) : tokens.data.length === 0 ? (
        <Empty title={t`No tokens yet`}>
          <p>
            <Trans>
              A token lets a program of yours read conversations, write as your customers from your own app,
              or keep records up to date, without anybody's password. Give each program its own, with only the
              scopes that it needs: then one can be revoked without stopping the others.
            </Trans>
          </p>
        </Empty>
      ) : (
        <TokensTable tokens={tokens.data} />
      )}
      {tokens && (
        <CreateDialog
          opened={creating}
          scopes={tokens.scopes}
          asked={asked?.split(",") ?? []}
          onClose={() => {
            setCreating(false);
            if (asked !== null) setQuery({}, { replace: true });
          }}
        />
      )}
    </Page>
  );
}
