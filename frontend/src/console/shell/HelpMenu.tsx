/** Help where one is, behind a question mark; what it offers comes when it is opened. */

import { t } from "@lingui/core/macro";
import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { HelpIcon } from "./icons";
import classes from "./Rail.module.css";

const HelpItems = lazy(() => import("./HelpItems"));

export function HelpMenu() {
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
        <Suspense fallback={null}>
          <HelpItems />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}
