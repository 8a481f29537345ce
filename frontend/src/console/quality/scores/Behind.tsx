/** The assessments behind a number, each a way into its thread. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import type { Narrow } from "../../api/assessments";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { assessmentPath } from "../addresses";
import { Rows } from "../queue/Rows";
import { useDone } from "../useAssessments";

interface BehindProps {
  asked: (Narrow & { title: string }) | null;
  onClose: () => void;
}

export function Behind({ asked, onClose }: BehindProps) {
  return (
    <Modal opened={asked !== null} onClose={onClose} size={900} title={asked?.title}>
      {asked && <List asked={asked} />}
    </Modal>
  );
}

function List({ asked: { title: _title, ...narrow } }: { asked: Narrow & { title: string } }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDone(narrow);
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return (
      <Failure
        problem={error}
        what={t`The assessments could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!rows) {
    return (
      <div aria-busy="true" role="status" aria-label={t`Loading`}>
        <Bone width="100%" height={160} />
      </div>
    );
  }
  if (rows.length === 0)
    return (
      <p>
        <Trans>None any more: their conversations were removed meanwhile.</Trans>
      </p>
    );
  return (
    <div style={{ containerType: "inline-size" }}>
      <Rows rows={rows} path={assessmentPath} />
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  );
}
