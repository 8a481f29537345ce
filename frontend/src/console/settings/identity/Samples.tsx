/** How a server signs, in the languages that servers are written in, and what the page does with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Tabs } from "@mantine/core";
import { CopyBox } from "../../ui/CopyBox";
import { Section } from "../../ui/Section";
import { PAGE, SAMPLES } from "./samples";

export function Samples() {
  return (
    <Section
      title={t`Sign on your server`}
      says={t`A JSON Web Token with the customer's id, their e-mail address, and a time at which it ends: an hour from now at most. Name and attributes are up to you.`}
    >
      <Tabs defaultValue={SAMPLES[0]?.name ?? ""} keepMounted={false}>
        <Tabs.List>
          {SAMPLES.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SAMPLES.map(({ name, code }) => (
          <Tabs.Panel key={name} value={name} pt="sm">
            <CopyBox text={code} what={t`the example for ${name}`} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <p>
        <Trans>On the page, the widget asks for it when it is needed:</Trans>
      </p>
      <CopyBox text={PAGE} what={t`the lines for the page`} />
    </Section>
  );
}
