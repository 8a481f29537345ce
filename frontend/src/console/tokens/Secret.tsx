/** The secret of a new token: this is the only time that anybody sees it. */

import { Button } from "@mantine/core";
import { CopyBox } from "../ui/CopyBox";
import { pathToTry } from "./examples";
import classes from "./Tokens.module.css";

interface SecretProps {
  secret: string;
  scopes: readonly string[];
  onStored: () => void;
}

export function Secret({ secret, scopes, onStored }: SecretProps) {
  const path = pathToTry(scopes);
  const example = `curl -H "Authorization: Bearer ${secret}" ${window.location.origin}/api/v1/${path}`;
  return (
    <div className={classes.form}>
      <p className={classes.says}>
        Copy it now and keep it where your program finds it. It is stored here as a digest only, so it cannot
        be shown again.
      </p>
      <CopyBox text={secret} what="the token" />
      {path && (
        <>
          <p className={classes.says}>It goes with each request:</p>
          <CopyBox text={example} what="the example" />
        </>
      )}
      <div className={classes.foot}>
        <Button onClick={onStored}>I have kept it</Button>
      </div>
    </div>
  );
}
