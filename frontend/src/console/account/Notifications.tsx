/** How one wants to be called in this browser: on the desktop, by a sound, and for what. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Switch } from "@mantine/core";
import { useState } from "react";
import { useCell } from "../desk/cell";
import { useMe } from "../desk/DeskContext";
import { askPermission, type Permission, permission, ring, show } from "../shell/notify/calling";
import type { Topic } from "../shell/notify/news";
import { settingsOf, TOPIC_NAMES } from "../shell/notify/settings";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";

const WORDS: Record<Permission, string> = {
  granted: t`Shown while you look at something else.`,
  default: t`Your browser asks whether it may, once you switch this on.`,
  denied: t`Your browser refuses them for this site. Allow notifications in its settings for this page, then come back.`,
  missing: t`This browser has no notifications. The sound works all the same.`,
};

export function Notifications() {
  const cell = settingsOf(useMe().id);
  const settings = useCell(cell);
  const [allowed, setAllowed] = useState(permission);
  const desktop = settings.desktop && allowed === "granted";

  const switchDesktop = async (on: boolean) => {
    const now = on ? await askPermission() : permission();
    setAllowed(now);
    cell.change((before) => ({ ...before, desktop: on && now === "granted" }));
  };
  return (
    <Section
      title={t`Notifications and sound`}
      says={t`For this browser only. You are not called while you look at Baton, nor twice for two tabs.`}
    >
      <div id="notifications" className={classes.calls}>
        <Switch
          label={t`Notifications on the desktop`}
          description={WORDS[allowed]}
          checked={desktop}
          disabled={allowed === "missing"}
          onChange={(event) => void switchDesktop(event.currentTarget.checked)}
        />
        <Switch
          label={t`Sound`}
          description={t`Two soft notes.`}
          checked={settings.sound}
          onChange={(event) => {
            const sound = event.currentTarget.checked;
            cell.change((before) => ({ ...before, sound }));
            if (sound) ring();
          }}
        />
        <fieldset className={classes.topics} disabled={!desktop && !settings.sound}>
          <legend>
            <Trans>Call me when</Trans>
          </legend>
          {(Object.keys(TOPIC_NAMES) as Topic[]).map((topic) => (
            <Checkbox
              key={topic}
              label={TOPIC_NAMES[topic]}
              checked={settings.topics[topic]}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                cell.change((before) => ({ ...before, topics: { ...before.topics, [topic]: on } }));
              }}
            />
          ))}
        </fieldset>
        <Button
          variant="default"
          size="xs"
          disabled={!desktop && !settings.sound}
          onClick={() => {
            if (settings.sound) ring();
            if (desktop)
              show({ tag: "try", title: t`This is how Baton calls you`, body: "" }, () => undefined);
          }}
        >
          <Trans>Try it</Trans>
        </Button>
      </div>
    </Section>
  );
}
