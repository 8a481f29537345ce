/** How the words will look, made by the server as every message is. */

import { t } from "@lingui/core/macro";
import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { previewMarkdown } from "../../../api/writing";
import { Bone } from "../../../ui/Bone";
import { Failure } from "../../../ui/Failure";
import { Markup } from "../../../ui/Markup";
import { focusComposer } from "../place";
import classes from "./Tools.module.css";

export default function Preview({ text, onClose }: { text: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["markdown", text],
    queryFn: ({ signal }) => previewMarkdown(text, signal),
    gcTime: 0,
  });
  return (
    <Modal
      opened
      onClose={() => {
        onClose();
        focusComposer();
      }}
      title={t`As the customer will see it`}
      size={520}
    >
      {error && <Failure problem={error} what={t`There is no preview now.`} onRetry={() => void refetch()} />}
      {!data && !error && <Bone width="100%" height={60} />}
      {data && <Markup className={classes.paper} html={data.html} />}
    </Modal>
  );
}
