/** Webhooks: the list, or the one that the address names. */

import { Route, Switch } from "wouter";
import { NotYours } from "../../shell/NotYours";
import { useMay } from "../../shell/useMay";
import { List } from "./List";
import { One } from "./One";
import { webhooksPath } from "./useWebhooks";

export default function Webhooks() {
  const mayManage = useMay("webhooks.manage");
  if (!mayManage) return <NotYours />;
  return (
    <Switch>
      <Route path="/console/settings/webhooks/:id/:delivery?">
        {({ id, delivery }) => <One key={id} id={id} delivery={delivery} />}
      </Route>
      <Route path={webhooksPath}>
        <List />
      </Route>
    </Switch>
  );
}
