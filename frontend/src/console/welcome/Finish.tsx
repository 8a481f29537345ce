/** The calm end of the guide: what stands, what is open, and the way to the inbox. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { Guide } from "../api/guide";
import { inboxPath } from "../inbox/address";
import { CheckIcon } from "../shell/icons";
import { isDone, placePath, STEPS } from "./steps";
import { useLeaveGuide } from "./useGuide";
import classes from "./Welcome.module.css";

/** What most companies set next, and what for. */
const NEXT = [
  {
    path: "/console/settings/appearance",
    name: t`Colour and logo`,
    says: t`so that the chat looks like yours`,
  },
  {
    path: "/console/settings/hours",
    name: t`Opening hours`,
    says: t`so that nobody waits for an empty desk`,
  },
  { path: "/console/rules", name: t`Rules`, says: t`what the assistant passes on, and to whom` },
  {
    path: "/console/skills",
    name: t`Skills`,
    says: t`orders, returns and appointments, once you have some in Baton`,
  },
  {
    path: "/console/settings/mail",
    name: t`E-mail`,
    says: t`the address to which your customers may write as well`,
  },
];

export function Finish({ guide }: { guide: Guide }) {
  const [, go] = useLocation();
  const leave = useLeaveGuide();
  const open = STEPS.filter(({ key }) => !isDone(guide, key));
  // The way to the inbox stays open even when the server cannot note that the guide is over.
  const finish = () => leave.mutate(undefined, { onSettled: () => go(inboxPath("waiting")) });
  return (
    <section className={classes.panel} aria-labelledby="step-title">
      <div className={classes.finish}>
        <span className={classes.seal} aria-hidden="true">
          <CheckIcon size={24} />
        </span>
        <h2 id="step-title">{open.length === 0 ? t`Baton is ready` : t`Good for today`}</h2>
        <p>
          {open.length === 0
            ? t`Your assistant answers from your own words, your widget is live, and your team knows where to go. What it should not answer by itself will wait for you in the inbox.`
            : t`What you did so far is at work. The rest can be done whenever it suits you; this guide stays in your account menu.`}
        </p>
        {open.length > 0 && (
          <ul className={classes.open} aria-label={t`Still open`}>
            {open.map(({ key, title }) => (
              <li key={key}>
                <Link href={placePath(key)}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
        <Button onClick={finish} loading={leave.isPending}>
          <Trans>Go to the inbox</Trans>
        </Button>
        <h3 className={classes.next}>
          <Trans>What many set next</Trans>
        </h3>
        <ul className={classes.open} aria-label={t`What many set next`}>
          {NEXT.map(({ path, name, says }) => (
            <li key={path}>
              <Link href={path}>{name}</Link>, {says}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
