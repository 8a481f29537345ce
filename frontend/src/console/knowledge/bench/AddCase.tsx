/** The button beside the title: a new question for the bench. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { PlusIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { CaseDialog } from "./CaseDialog";

export function AddCase() {
  const [opened, setOpened] = useState(false);
  if (!useMay("knowledge.write")) return null;
  return (
    <>
      <Button leftSection={<PlusIcon size={14} />} onClick={() => setOpened(true)}>
        <Trans>Add a question</Trans>
      </Button>
      <CaseDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
