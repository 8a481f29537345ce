/** The company's mark: its logo, or the first letter of its name, and the name where there is room. */

import { useMe } from "../desk/DeskContext";
import classes from "./Rail.module.css";

export function Logo({ named }: { named: boolean }) {
  const { company, workspace } = useMe();
  return (
    <div className={classes.company}>
      {workspace.logo_url ? (
        <img className={classes.logo} src={workspace.logo_url} alt="" title={company.name} />
      ) : (
        <div className={classes.mark} title={company.name} aria-hidden="true">
          {company.name.charAt(0)}
        </div>
      )}
      {named && <strong>{company.name}</strong>}
    </div>
  );
}
