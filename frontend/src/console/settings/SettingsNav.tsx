/** The list of sections: beside the section, or a strip above it where it is narrow. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import classes from "./SettingsNav.module.css";
import { SECTIONS, sectionPath } from "./sections";

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
      <p aria-hidden="true">
        <Trans>Settings</Trans>
      </p>
      {SECTIONS.filter((section) => may(me, section.right)).map(({ key, name }) => {
        const href = sectionPath(key);
        const current = path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={key}
            href={href}
            ref={current ? here : null}
            className={classes.link}
            aria-current={current ? "page" : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
