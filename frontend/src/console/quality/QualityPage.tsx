/** Quality review: what people say of conversations with a scorecard, and how far they agree. */

import { t } from "@lingui/core/macro";
import { Suspense } from "react";
import { Redirect, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { PageTabs } from "../ui/PageTabs";
import { PARTS, partAt } from "./parts";

const FOR_REVIEWERS = t`Read conversations, judge them with your own scorecards, and see how far you agree.`;
const FOR_AGENTS = t`What reviewers say of your conversations, and what you say to it.`;

export default function QualityPage() {
  const me = useMe();
  const [path] = useLocation();
  const reviews = may(me, "quality.review");
  const parts = PARTS.filter((part) => may(me, part.right));
  const here = partAt(parts, path);
  if (!here) return <Redirect to={parts[0]?.path ?? "/console"} replace />;
  const tabs = parts.map((part) => ({ name: part.name, href: part.path, current: part === here }));
  const { Body } = here;
  return (
    <Page title={t`Quality`} wide says={reviews ? FOR_REVIEWERS : FOR_AGENTS}>
      {parts.length > 1 && <PageTabs label={t`Parts of the quality`} tabs={tabs} />}
      <Suspense fallback={<SectionSkeleton fields={4} />}>
        <Body key={here.path} />
      </Suspense>
    </Page>
  );
}
