/** Brings the box to test the knowledge, where it is folded away. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ChatIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { useFolding } from "./folding";

export function AskButton() {
  const { shown, show } = useFolding();
  const mayTest = useMay("knowledge.write");
  if (shown || !mayTest) return null;
  return (
    <Button variant="default" leftSection={<ChatIcon size={14} />} onClick={() => show(true)}>
      <Trans>Test</Trans>
    </Button>
  );
}
