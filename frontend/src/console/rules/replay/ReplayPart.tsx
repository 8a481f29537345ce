/** The draft against the past: replays, how far they are, and what came of them. */

import { Route, Switch } from "wouter";
import { REPLAY } from "../addresses";
import { ReplayList } from "./ReplayList";
import { ReplayView } from "./ReplayView";
import { StartReplay } from "./StartReplay";

export default function ReplayPart() {
  return (
    <Switch>
      <Route path={`${REPLAY}/:id`}>{({ id }) => <ReplayView key={id} id={id} />}</Route>
      <Route>
        <StartReplay />
        <ReplayList />
      </Route>
    </Switch>
  );
}
