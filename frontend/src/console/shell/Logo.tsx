/** The company's mark: its logo, or the first letter of its name. */

import { useMe } from "../desk/DeskContext";
import classes from "./Rail.module.css";

export function Logo() {
  const { company, workspace } = useMe();
  if (workspace.logo_url) {
    return <img className={classes.logo} src={workspace.logo_url} alt="" title={company.name} />;
  }
  return (
    <div className={classes.mark} title={company.name} aria-hidden="true">
      {company.name.charAt(0)}
    </div>
  );
}
