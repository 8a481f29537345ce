/** The list of sections: beside the section, or a strip above it where it is narrow. */

import { t } from "@lingui/core/macro";
import { Fragment, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import classes from "./SettingsNav.module.css";
import { type Group, SECTIONS, sectionPath } from "./sections";

const GROUPS: Record<Group, string> = {
  company: t`Your company`,
  chat: t`Chat and mail`,
  answers: t`Who answers`,
  developers: t`For developers`,
};

export function SettingsNav() {
  const me = useMe();
  const [path] = useLocation();
  const here = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address makes another link the current one
  useEffect(() => {
    // Its answer, a promise in newer browsers, is not what tidies up after the effect.
    here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav className={classes.nav} aria-label={t`Settings`}>
      {SECTIONS.filter((section) => may(me, section.right)).map(({ key, name, group }, place, shown) => {
        const href = sectionPath(key);
        const current = path === href || path.startsWith(`${href}/`);
        return (
          <Fragment key={key}>
            {shown[place - 1]?.group !== group && <p>{GROUPS[group]}</p>}
            <Link
              href={href}
              ref={current ? here : null}
              className={classes.link}
              aria-current={current ? "page" : undefined}
            >
              {name}
            </Link>
          </Fragment>
        );
      })}
    </nav>
  );
}
