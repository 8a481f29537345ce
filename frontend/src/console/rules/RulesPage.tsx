/** When the assistant hands over: the rules, what was in force before, and how well they did. */

import { t } from "@lingui/core/macro";
import { Suspense } from "react";
import { Redirect, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import { Page } from "../ui/Page";
import { SectionSkeleton } from "../ui/PageSkeleton";
import { PageTabs } from "../ui/PageTabs";
import { BOOK } from "./addresses";
import { PARTS, type Part } from "./parts";

const SAYS = t`When the assistant passes a customer to a person, to whom, and with which words.`;

const isIn = (part: Part, path: string): boolean => path === part.path || path.startsWith(`${part.path}/`);

export default function RulesPage() {
  const me = useMe();
  const [path] = useLocation();
  const parts = PARTS.filter((part) => may(me, part.right));
  const here = parts.find((part) => isIn(part, path));
  if (!here) return <Redirect to={BOOK} replace />;
  const tabs = parts.map((part) => ({ name: part.name, href: part.path, current: part === here }));
  const { Body } = here;
  return (
    <Page title={t`Rules`} wide says={SAYS}>
      {parts.length > 1 && <PageTabs label={t`Parts of the rules`} tabs={tabs} />}
      <Suspense fallback={<SectionSkeleton fields={4} />}>
        <Body key={here.path} />
      </Suspense>
    </Page>
  );
}
