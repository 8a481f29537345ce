/** Where customers may write to by mail, and how a company's own address leads there. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { CopyBox } from "../../ui/CopyBox";
import { Section } from "../../ui/Section";
import type { SectionProps } from "../SettingsPage";

/** Any name at the host arrives; this one is what letters come from as long as nobody chose another. */
export const addressAt = (host: string): string => `support@${host.replace(/:\d+$/, "")}`;

export default function Mail({ workspace }: SectionProps) {
  return (
    <>
      <Section
        title={t`Where customers write to`}
        says={t`A mail to this address becomes a conversation like any other: the assistant answers it by mail, or passes it to your people.`}
      >
        <CopyBox text={addressAt(workspace.host)} what={t`the address`} />
      </Section>
      <Section title={t`Your own address`}>
        <p>
          <Trans>
            Customers keep writing to the address that they know: let it forward to the one above. Your mail
            provider calls that forwarding or a redirection. Then write to it yourself, from an address that
            no colleague uses: the conversation is in the inbox, under All, within a minute.
          </Trans>
        </p>
        <p>
          <Trans>Nothing arrives? Receiving mail is set up by whoever runs Baton for you: ask them.</Trans>
        </p>
      </Section>
      <Section
        title={t`Who chatted and left`}
        says={t`Gets by mail what was answered meanwhile, once their address is known; the reply to that mail goes on with the same conversation.`}
      />
    </>
  );
}
