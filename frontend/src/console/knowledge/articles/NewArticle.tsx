/** The button that leads to an empty article. */

import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { PlusIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { NEW_ARTICLE } from "../addresses";

export function NewArticle() {
  if (!useMay("knowledge.write")) return null;
  return (
    <Button component={Link} href={NEW_ARTICLE} leftSection={<PlusIcon size={14} />}>
      <Trans>New article</Trans>
    </Button>
  );
}
