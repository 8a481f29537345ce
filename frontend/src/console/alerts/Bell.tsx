/** The bell in the rail: how many alerts one has not seen, and the list of them, which comes when it is opened. */

import { plural, t } from "@lingui/core/macro";
import { Popover, Tooltip, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { countAlerts } from "../api/alerts";
import { keys } from "../desk/keys";
import { BellIcon } from "../shell/icons";
import { PageBoundary } from "../shell/PageBoundary";
import classes from "../shell/Rail.module.css";
import { Bone } from "../ui/Bone";

const AlertList = lazy(() => import("./AlertList"));

export function Bell() {
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const { data: unseen = 0 } = useQuery({
    queryKey: keys.alertCount,
    queryFn: ({ signal }) => countAlerts(signal),
  });
  const name = unseen
    ? plural(unseen, { one: "Alerts, # not seen", other: "Alerts, # not seen" })
    : t`Alerts`;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position={narrow ? "bottom-end" : "right-end"}
      width={360}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={t`Alerts`} position="right" disabled={open}>
          <UnstyledButton
            className={classes.button}
            data-tour="alerts"
            aria-label={name}
            onClick={() => setOpen(!open)}
          >
            <BellIcon size={18} />
            {unseen > 0 && <span className={classes.badge}>{unseen > 99 ? "99+" : unseen}</span>}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dialog} p={0} maw="calc(100vw - 16px)" aria-label={t`Alerts`}>
        {open && (
          <PageBoundary>
            <Suspense fallback={<Bone width="100%" height={220} />}>
              <AlertList onLeave={() => setOpen(false)} />
            </Suspense>
          </PageBoundary>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
