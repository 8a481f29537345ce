/** How people sign in: whether the powerful need a second factor, and the company's own single sign-on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Switch } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { atField } from "../../api/problems";
import type { Workspace } from "../../api/workspace";
import { useMay } from "../../shell/useMay";
import { Confirm } from "../../ui/Confirm";
import { Section } from "../../ui/Section";
import { Fields } from "../Fields";
import { useChangeWorkspace, useSaveAtOnce } from "../workspace";
import { SignOnSection } from "./SignOnSection";

export function Security({ workspace }: { workspace: Workspace }) {
  return (
    <>
      <SecondFactor workspace={workspace} />
      {useMay("sign_on.manage") ? (
        <SignOnSection />
      ) : (
        <Section title={t`Single sign-on`} says={t`Only an owner of your company sets it up.`} />
      )}
    </>
  );
}

function SecondFactor({ workspace }: { workspace: Workspace }) {
  const [asking, setAsking] = useState(false);
  const { save, problem } = useSaveAtOnce(workspace);
  const require = useChangeWorkspace();
  const close = () => setAsking(false);
  return (
    <Section
      title={t`Second factor`}
      says={t`A code from an app on their phone, beside the password. Everybody may switch it on for themselves.`}
    >
      <Fields>
        <Switch
          checked={workspace.requires_totp}
          label={t`Owners and admins must use a second factor`}
          description={t`Whoever has none yet sets it up at the next sign-in, before anything else.`}
          error={atField(problem, "requires_totp")}
          onChange={(event) =>
            event.currentTarget.checked
              ? setAsking(true)
              : save({ requires_totp: false }, t`A second factor is no longer required`)
          }
        />
      </Fields>
      <Confirm
        opened={asking}
        title={t`Require a second factor?`}
        does={t`Require it`}
        harmless
        busy={require.isPending}
        problem={require.error}
        onClose={close}
        onConfirm={() => require.mutate({ requires_totp: true }, { onSuccess: close })}
      >
        <p>
          <Trans>
            Owners and admins without one are led to set it up before they can go on, you included. Have your
            phone at hand, or set yours up first on <Link href="/console/account">your account</Link>.
          </Trans>
        </p>
      </Confirm>
    </Section>
  );
}
