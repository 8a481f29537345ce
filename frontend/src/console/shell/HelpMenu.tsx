/** Help where one is: the guide of this page, the keys, the tour, and all guides. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { startTour } from "../tour/touring";
import { DOCS, guideFor } from "./help";
import { BookIcon, GuideIcon, HelpIcon, KeyboardIcon } from "./icons";
import classes from "./Rail.module.css";
import { openShortcuts } from "./shortcuts";

export function HelpMenu() {
  const [path] = useLocation();
  return (
    <Menu position="right-end" width={250}>
      <Tooltip label={t`Help`} position="right">
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t`Help`}>
            <HelpIcon size={18} />
          </UnstyledButton>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Guide href={guideFor(path)}>
          <Trans>Guide to this page</Trans>
        </Guide>
        <Guide href={DOCS}>
          <Trans>All guides</Trans>
        </Guide>
        <Menu.Divider />
        <Menu.Item leftSection={<KeyboardIcon />} rightSection={<kbd>?</kbd>} onClick={openShortcuts}>
          <Trans>Keyboard shortcuts</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<GuideIcon />} onClick={startTour}>
          <Trans>Take the tour</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Beside the console, which stays as it is. */
const Guide = ({ href, children }: { href: string; children: ReactNode }) => (
  <Menu.Item component="a" href={href} target="_blank" rel="noopener" leftSection={<BookIcon />}>
    {children}
    <span className="sr"> {t`(in English, opens a new tab)`}</span>
  </Menu.Item>
);
