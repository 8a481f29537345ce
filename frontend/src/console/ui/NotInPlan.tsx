/** What the company's plan does not have: what it does, which plan has it, and the way there for who may choose. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import type { MyPlan } from "../desk/wire";
import { may } from "../shell/useMay";
import classes from "./NotInPlan.module.css";

export type Feature = MyPlan["features"][number];

export const useHas = (feature: Feature): boolean => useMe().plan.features.includes(feature);

const BILLING = "/console/billing?choose=business&interval=month";

/** The plan's name, which is nobody's language. */
const BUSINESS = "Business";

interface NotInPlanProps {
  /** What the reader would have. */
  title: string;
  /** What it does for them, in a sentence or two. */
  children: ReactNode;
  /** What it can do, one line each. */
  points?: readonly string[];
  /** As the whole of a page rather than a part of one. */
  page?: boolean;
}

export function NotInPlan({ title, children, points = [], page = false }: NotInPlanProps) {
  const me = useMe();
  const plan = me.plan.name;
  const Heading = page ? "h1" : "h3";
  const Place = page ? "main" : "section";
  return (
    <Place className={classes.place} data-page={page || undefined} aria-label={title}>
      <span className={classes.plan}>{BUSINESS}</span>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {may(me, "billing.manage") ? (
        <Button component={Link} href={BILLING} size="sm">
          <Trans>See the Business plan</Trans>
        </Button>
      ) : (
        <p className={classes.quiet}>
          <Trans>Your company is on the {plan} plan. An owner or admin can choose another one.</Trans>
        </p>
      )}
    </Place>
  );
}
