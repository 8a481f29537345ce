/** Who is signed in, and the way out. */

import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, UnstyledButton } from "@mantine/core";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import { csrfToken } from "./config";
import { CheckIcon, GlobeIcon, OutIcon, PersonIcon } from "./icons";
import { forgetWords } from "./leaving";
import classes from "./Rail.module.css";
import { may } from "./useMay";

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : "";
  return `${words[0]?.charAt(0) ?? ""}${last?.charAt(0) ?? ""}`.toLocaleUpperCase();
}

/** Signing out changes the server's state, so it is a form that is posted, never a link. */
function signOut(): void {
  forgetWords(window.localStorage, window.sessionStorage);
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out/";
  const token = document.createElement("input");
  token.type = "hidden";
  token.name = "csrfmiddlewaretoken";
  token.value = csrfToken();
  form.append(token);
  document.body.append(form);
  form.submit();
}

export function AccountMenu() {
  const me = useMe();
  const { name } = me;
  const letters = initials(name);
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes.avatar}
          data-tour="account"
          aria-label={t`${letters}, account of ${name}`}
        >
          <span aria-hidden="true">{initials(me.name)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          <span>{[me.company.name, ...me.teams.map((team) => team.name)].join(" · ")}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} href="/console/account" leftSection={<PersonIcon />}>
          <Trans>Your account</Trans>
        </Menu.Item>
        <Menu.Item
          component={Link}
          href="/console/account#language"
          leftSection={<GlobeIcon />}
          rightSection={i18n.locale.toUpperCase()}
        >
          <Trans>Language</Trans>
        </Menu.Item>
        {may(me, "settings.manage") && (
          <Menu.Item component={Link} href="/console/welcome" leftSection={<CheckIcon />}>
            <Trans>Welcome guide</Trans>
          </Menu.Item>
        )}
        {me.is_operator && (
          <Menu.Item component="a" href="/operators/">
            <Trans>Operators' pages</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<OutIcon />} onClick={signOut}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
