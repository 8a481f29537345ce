/** Signed identity: the company's own server says who a customer is, and the chat believes it. */

import { t } from "@lingui/core/macro";
import { Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { enforceIdentity, fetchIdentity, type Identity as IdentityState } from "../../api/identity";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { identityKey, useKeepIdentity } from "./identityKey";
import { Samples } from "./Samples";
import { SecretSection } from "./SecretSection";
import { TryToken } from "./TryToken";

export function Identity() {
  const mayManage = useMay("settings.manage");
  const { data, error, refetch } = useQuery({
    queryKey: identityKey,
    queryFn: ({ signal }) => fetchIdentity(signal),
  });
  if (error && !data) {
    return (
      <Failure
        problem={error}
        what={t`Signed identity could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Bone width="100%" height={240} />;
  return (
    <>
      <SecretSection identity={data} mayManage={mayManage} />
      <Samples />
      {mayManage && data.has_secret && <TryToken />}
      <Enforcing identity={data} mayManage={mayManage} />
    </>
  );
}

function Enforcing({ identity, mayManage }: { identity: IdentityState; mayManage: boolean }) {
  const [asking, setAsking] = useState(false);
  const keep = useKeepIdentity();
  const enforce = useMutation({ mutationFn: enforceIdentity, onSuccess: keep });
  const close = () => setAsking(false);
  return (
    <Section
      title={t`Enforce it`}
      says={t`A browser that was identified once keeps its conversation for months. Enforced, it shows and takes messages only while your server says who it is.`}
    >
      <Fields>
        <Switch
          checked={identity.enforce}
          disabled={!mayManage || !identity.has_secret || enforce.isPending}
          label={t`Customers with an identity must be identified again after eight hours`}
          description={
            identity.has_secret
              ? t`Visitors who were never identified may write as before.`
              : t`Make a secret first; without one nobody could show who they are.`
          }
          onChange={(event) =>
            event.currentTarget.checked
              ? setAsking(true)
              : enforce.mutate(false, { onError: (problem) => tellFailure(problem) })
          }
        />
      </Fields>
      <Confirm
        opened={asking}
        title={t`Enforce signed identity?`}
        does={t`Enforce it`}
        harmless
        busy={enforce.isPending}
        problem={enforce.error}
        onClose={close}
        onConfirm={() => enforce.mutate(true, { onSuccess: close })}
      >
        <p>
          {identity.last_used_at
            ? t`Pages that do not call baton.identify() show identified customers an empty chat from now on.`
            : t`No signature was ever seen here. Until your pages call baton.identify(), customers whom you identified cannot go on with their conversations.`}
        </p>
      </Confirm>
    </Section>
  );
}
