/** The company's single sign-on: what the identity provider needs from us, and what we need from it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteSignOn, fetchSignOn, type SignOn } from "../../api/signOn";
import { Bone } from "../../ui/Bone";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { NotInPlan, useHas } from "../../ui/NotInPlan";
import { Section } from "../../ui/Section";
import { SignOnForm } from "./SignOnForm";
import { SignOnTest } from "./SignOnTest";
import { signOnKey } from "./signOnKey";

export function SignOnSection() {
  const has = useHas("sso");
  const { data, error, refetch, isPending } = useQuery({
    queryKey: signOnKey,
    queryFn: ({ signal }) => fetchSignOn(signal),
  });
  return (
    <Section
      title={t`Single sign-on`}
      says={t`Your people sign in with their account at your identity provider, by OpenID Connect: Microsoft Entra, Google Workspace, Okta, Keycloak and others.`}
    >
      {isPending && <Bone width="100%" height={160} />}
      {error && (
        <Failure
          problem={error}
          what={t`The single sign-on could not be loaded.`}
          onRetry={() => void refetch()}
        />
      )}
      {has ? (
        <>
          {data !== undefined && <SignOnForm key={data?.issuer ?? "new"} saved={data} />}
          {data && <SignOnTest signInUrl={data.sign_in_url} />}
        </>
      ) : (
        data !== undefined && <Lacking signOn={data} />
      )}
      {data && <SwitchOff signOn={data} />}
    </Section>
  );
}

function Lacking({ signOn }: { signOn: SignOn | null }) {
  const issuer = signOn?.issuer ?? "";
  return (
    <NotInPlan title={t`One account for everything they use`}>
      {signOn
        ? t`Your settings for ${issuer} are kept. Until your plan has single sign-on again, people sign in with a password; who has none gets a link with “Forgot your password?”.`
        : t`People come and go with your company's own accounts, and nobody keeps another password.`}
    </NotInPlan>
  );
}

function SwitchOff({ signOn }: { signOn: SignOn }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteSignOn,
    onSuccess: () => {
      client.setQueryData(signOnKey, null);
      setAsking(false);
    },
  });
  const { issuer } = signOn;
  return (
    <div>
      <Button variant="subtle" color="gray" size="xs" onClick={() => setAsking(true)}>
        <Trans>Remove single sign-on</Trans>
      </Button>
      <Confirm
        opened={asking}
        title={t`Remove single sign-on?`}
        does={t`Remove it`}
        busy={remove.isPending}
        problem={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      >
        <p>
          <Trans>
            Nobody can sign in through {issuer} any more. People without a password have to ask for one with
            “Forgot your password?” at sign-in.
          </Trans>
        </p>
      </Confirm>
    </div>
  );
}
