/** What the help offers: the guide of this page, all guides, the keys, and the tour. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { startTour } from "../tour/touring";
import { DOCS, guideFor } from "./help";
import { BookIcon, GuideIcon, KeyboardIcon } from "./icons";
import { openShortcuts } from "./shortcuts";

export default function HelpItems() {
  const [path] = useLocation();
  return (
    <>
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
    </>
  );
}

/** Beside the console, which stays as it is. */
const Guide = ({ href, children }: { href: string; children: ReactNode }) => (
  <Menu.Item component="a" href={href} target="_blank" rel="noopener" leftSection={<BookIcon />}>
    {children}
    <span className="sr"> {t`(in English, opens a new tab)`}</span>
  </Menu.Item>
);
