/** A page of the company with the greeting on it, and what another page would show. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useLayoutEffect, useRef, useState } from "react";
import { wearAccent } from "../../../shared/contrast";
import type { Greeting } from "../../api/beforeChat";
import { ChatIcon } from "../../shell/icons";
import classes from "../beforeChat/BeforeChat.module.css";
import { spoken } from "../beforeChat/languages";
import { shownAt } from "./trial";

interface GreetingPreviewProps {
  greetings: readonly Greeting[];
  /** The one that is being written. */
  open: Greeting | undefined;
  accent: string;
  language: string;
  languages: readonly string[];
}

const EXAMPLE = "/pricing";

export function GreetingPreview({ greetings, open, accent, language, languages }: GreetingPreviewProps) {
  const [address, setAddress] = useState("");
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (page.current) wearAccent(page.current.style, accent);
  }, [accent]);
  const shown = address ? shownAt(greetings, address) : (open ?? greetings.find((one) => one.is_on));
  const says = shown ? spoken(shown.words, language, languages) : "";
  return (
    <figure className={`${classes.figure} ${classes.aside}`}>
      <div ref={page} className={classes.page} role="img" aria-label={t`The greeting on a page`}>
        <span className={classes.bar}>{address || shown?.pages[0]?.path || "/"}</span>
        <span className={classes.ghost} />
        <span className={classes.ghost} />
        {says && (
          <span className={classes.bubble} dir="auto">
            {says}
            <span className={classes.cross}>×</span>
          </span>
        )}
        <span className={classes.launcher}>
          <ChatIcon size={22} />
        </span>
      </div>
      <figcaption>
        <Trans>As visitors see it</Trans>
      </figcaption>
      <TextInput
        className={classes.trial}
        label={t`Try an address`}
        placeholder={EXAMPLE}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {address && (
        <p className={classes.quiet} role="status">
          {shown ? (
            <Trans>This page says “{says}”, if all else fits.</Trans>
          ) : (
            <Trans>This page says nothing.</Trans>
          )}
        </p>
      )}
    </figure>
  );
}
