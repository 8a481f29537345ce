/** The secret with which requests are signed: made here, shown once. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "../../../shared/time";
import { type Connector, makeSecret } from "../../api/connector";
import { useMay } from "../../shell/useMay";
import { Confirm } from "../../ui/Confirm";
import { CopyBox } from "../../ui/CopyBox";
import { FormProblem } from "../../ui/FormProblem";
import classes from "./Connector.module.css";
import { connectorKey } from "./connectorKey";

export function Secret({ connector }: { connector: Connector }) {
  const mayManage = useMay("settings.manage");
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: makeSecret,
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: connectorKey });
    },
  });
  const secret = make.data?.secret;
  const until = connector.old_secret_until && moment(connector.old_secret_until);
  return (
    <>
      {secret && (
        <>
          <p className={classes.says} role="status">
            <Trans>Put it into your system now: it is not shown again.</Trans>
          </p>
          <CopyBox text={secret} what={t`the secret`} />
        </>
      )}
      {!secret && (
        <p className={classes.says}>
          {connector.has_secret ? t`There is one; it is not shown again.` : t`There is none yet.`}
        </p>
      )}
      {connector.old_secret_until && (
        <p className={classes.says}>
          <Trans>The one before is good until {until}: requests carry both signatures.</Trans>
        </p>
      )}
      {mayManage && (
        <div>
          <Button
            variant="default"
            loading={make.isPending}
            onClick={() => (connector.has_secret ? setAsking(true) : make.mutate())}
          >
            {connector.has_secret ? t`Make a new secret` : t`Make a secret`}
          </Button>
        </div>
      )}
      {!asking && <FormProblem problem={make.error} />}
      <Confirm
        opened={asking}
        title={t`Make a new secret?`}
        does={t`Make a new secret`}
        harmless
        busy={make.isPending}
        problem={make.error}
        onClose={() => setAsking(false)}
        onConfirm={() => make.mutate()}
      >
        <p>
          <Trans>
            Requests are signed with both, new and old, for a day. Then the old one is worth nothing any more.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}
