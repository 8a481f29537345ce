/** The snippet, where it goes in common systems, and whether it was seen. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Snippet } from "../settings/widget/Snippet";
import { useWorkspaceQuery } from "../settings/workspace";
import { Failure } from "../ui/Failure";
import { SectionSkeleton } from "../ui/PageSkeleton";
import classes from "./Welcome.module.css";

interface System {
  value: string;
  label: string;
  ways: string[];
}

const SYSTEMS: readonly [System, ...System[]] = [
  {
    value: "html",
    label: t`Any site`,
    ways: [
      t`Open the template of your pages, where their HTML ends.`,
      t`Paste the snippet just before </body>.`,
      t`Publish, and open a page of your site.`,
    ],
  },
  {
    value: "wordpress",
    label: "WordPress",
    ways: [
      t`Install the plug-in WPCode under Plugins, or use one that you have for such lines.`,
      t`Open Code Snippets, then Header & Footer, and paste the snippet into Footer.`,
      t`Save, clear the cache if you use one, and open a page of your site.`,
    ],
  },
  {
    value: "shopify",
    label: "Shopify",
    ways: [
      t`Open Online Store, then Themes; at your theme choose Edit code.`,
      t`Open layout/theme.liquid and paste the snippet just before </body>.`,
      t`Save, and open a page of your shop.`,
    ],
  },
];

function letterWith(snippet: string): string {
  const subject = encodeURIComponent(t`One line for our web site`);
  const body = encodeURIComponent(
    t`Hello, please put this line just before </body> on every page of our site. It shows our chat:` +
      `\n\n${snippet}\n`,
  );
  return `mailto:?subject=${subject}&body=${body}`;
}

export function EmbedStep() {
  const { data: workspace, error, refetch } = useWorkspaceQuery();
  const [system, setSystem] = useState<string>(SYSTEMS[0].value);
  if (error && !workspace) {
    return (
      <Failure problem={error} what={t`The snippet could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!workspace) return <SectionSkeleton fields={1} />;
  const { ways } = SYSTEMS.find(({ value }) => value === system) ?? SYSTEMS[0];
  return (
    <div className={classes.embed}>
      <Snippet widget={workspace.widget} />
      <p className={classes.quiet}>
        <Trans>
          Somebody else looks after your site?{" "}
          <a href={letterWith(workspace.widget.snippet)}>Mail it to them</a>.
        </Trans>
      </p>
      <SegmentedControl
        aria-label={t`Where your site is made`}
        data={SYSTEMS.map(({ value, label }) => ({ value, label }))}
        value={system}
        onChange={setSystem}
        className={classes.systems}
      />
      <ol className={classes.ways}>
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
      {workspace.allowed_sites.length > 0 && (
        <p className={classes.quiet}>
          <Trans>It shows only on the sites that you allowed in Settings, Widget.</Trans>
        </p>
      )}
    </div>
  );
}
