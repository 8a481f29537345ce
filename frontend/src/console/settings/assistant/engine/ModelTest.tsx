/** Tries the model that is entered, saved or not, and says in words how it went. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ModelToTry, tryModel } from "../../../api/engine";
import { number } from "../../../shell/locale";
import { FormProblem } from "../../../ui/FormProblem";
import classes from "./Engine.module.css";
import { engineKey } from "./engineKey";

export function ModelTest({ model }: { model: ModelToTry }) {
  const client = useQueryClient();
  const test = useMutation({
    mutationFn: tryModel,
    onSettled: () => void client.invalidateQueries({ queryKey: engineKey }),
  });
  const found = test.data;
  const seconds = found && number(found.took_ms / 1000, { maximumFractionDigits: 1 });
  return (
    <div className={classes.test}>
      <div>
        <Button
          variant="default"
          size="xs"
          loading={test.isPending}
          disabled={!model.model_address || !model.model_name}
          onClick={() => test.mutate(model)}
        >
          <Trans>Test the connection</Trans>
        </Button>
      </div>
      <div role="status">
        {found?.ok && (
          <p className={classes.good}>
            <Trans>The model answers as it should, in {seconds} s.</Trans>
          </p>
        )}
        {found && !found.ok && <p className={classes.bad}>{found.problem}</p>}
      </div>
      <FormProblem problem={test.error} />
    </div>
  );
}
