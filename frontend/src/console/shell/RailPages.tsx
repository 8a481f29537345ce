/** The pages in the rail: an icon each; where it is narrow, the inbox and a menu of the others. */

import { t } from "@lingui/core/macro";
import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { fetchGuide } from "../api/guide";
import { useMe } from "../desk/DeskContext";
import { MenuIcon } from "./icons";
import { listed } from "./locale";
import { COMPANY_PAGES, GUIDE, INBOX, isAt, type PageEntry } from "./pages";
import classes from "./Rail.module.css";
import { may, useMay } from "./useMay";
import { useUnread } from "./useUnread";

const GUIDE_HOLDS_FOR = 5 * 60_000;

export function RailPages({ named }: { named: boolean }) {
  const me = useMe();
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const guided = useGuideIsOpen();
  const others = [...(guided ? [GUIDE] : []), ...COMPANY_PAGES].filter((entry) => may(me, entry.right));
  return (
    <nav className={classes.pages} aria-label={t`Pages`}>
      <InboxEntry named={named} />
      {narrow
        ? others.length > 0 && <MorePages entries={others} />
        : others.map((entry) => <Entry key={entry.under} entry={entry} named={named} />)}
    </nav>
  );
}

/** Whether there is something left to do in the welcome guide. */
function useGuideIsOpen(): boolean {
  const enabled = useMay(GUIDE.right);
  const { data: guide } = useQuery({
    queryKey: ["guide"],
    queryFn: ({ signal }) => fetchGuide(signal),
    staleTime: GUIDE_HOLDS_FOR,
    enabled,
  });
  return guide !== undefined && !guide.left && guide.steps.some((step) => !step.done);
}

function InboxEntry({ named }: { named: boolean }) {
  const { waiting, unanswered } = useUnread();
  const parts = [
    waiting > 0 && t`${waiting} waiting`,
    unanswered > 0 && t`${unanswered} of yours to answer`,
  ].filter((part) => part !== false);
  return <Entry entry={INBOX} named={named} count={waiting + unanswered} says={listed(parts)} />;
}

interface EntryProps {
  entry: PageEntry;
  /** Whether the name stands beside the icon. */
  named: boolean;
  count?: number;
  /** What is counted. */
  says?: string;
}

function Entry({ entry, named, count = 0, says }: EntryProps) {
  const [path] = useLocation();
  const Icon = entry.icon;
  return (
    <Tooltip label={says ? `${entry.name}: ${says}` : entry.name} position="right" disabled={named && !says}>
      <Link href={entry.href} className={classes.page} aria-current={isAt(entry, path) ? "page" : undefined}>
        <Icon size={20} />
        <span className={named ? classes.name : "sr"}>{entry.name} </span>
        {count > 0 && <span className={classes.badge}>{count > 99 ? "99+" : count}</span>}
        {says && <span className="sr">: {says}</span>}
      </Link>
    </Tooltip>
  );
}

function MorePages({ entries }: { entries: PageEntry[] }) {
  const [path] = useLocation();
  const here = entries.find((entry) => isAt(entry, path));
  const place = here?.name;
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton
          className={classes.more}
          data-here={here !== undefined || undefined}
          aria-label={place ? t`${place}, more pages` : t`More pages`}
        >
          <MenuIcon size={20} />
          <span>{here?.name ?? t`More`}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ name, href, under, icon: Icon }) => (
          <Menu.Item
            key={under}
            component={Link}
            href={href}
            leftSection={<Icon />}
            aria-current={under === here?.under ? "page" : undefined}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
