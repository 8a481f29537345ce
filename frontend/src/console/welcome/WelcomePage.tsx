/** The welcome guide: five steps from an empty workspace to one that answers, each tried in place. */

import { t } from "@lingui/core/macro";
import { Redirect, useLocation } from "wouter";
import { useMe } from "../desk/DeskContext";
import { Failure } from "../ui/Failure";
import { Page } from "../ui/Page";
import { Finish } from "./Finish";
import { GuideSkeleton } from "./GuideSkeleton";
import { StepList } from "./StepList";
import { StepPanel } from "./StepPanel";
import { DONE, placeIn, placePath, placeToOpen } from "./steps";
import { useGuide, useKeepPlace } from "./useGuide";
import classes from "./Welcome.module.css";

export default function WelcomePage() {
  const name = useMe().name.split(" ")[0] ?? "";
  return (
    <Page
      title={t`Welcome to Baton, ${name}`}
      wide
      says={t`Five steps until your first customer is answered. You may leave at any time: your place is kept.`}
    >
      <Guide />
    </Page>
  );
}

function Guide() {
  const [path] = useLocation();
  const { data: guide, error, refetch } = useGuide();
  const place = placeIn(path);
  useKeepPlace(guide, place);
  if (!guide) {
    if (!error) return <GuideSkeleton />;
    return (
      <Failure problem={error} what={t`The guide could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (place === null) return <Redirect to={placePath(placeToOpen(guide))} replace />;
  return (
    <div className={classes.guide}>
      <StepList guide={guide} place={place} />
      {place === DONE ? <Finish guide={guide} /> : <StepPanel key={place} guide={guide} place={place} />}
    </div>
  );
}
