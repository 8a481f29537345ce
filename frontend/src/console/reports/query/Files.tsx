/** What is shown here as a file: to print, to send on, or to count with. */

import { Trans } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { type FileKind, filePath } from "../../api/sending";
import { DownIcon } from "../../shell/icons";
import type { Report } from "./useChosen";

/** A printed report has room for so many; of more it shows the usual ones. */
const PRINTED = 12;

interface FilesProps {
  report: Report;
  metrics: readonly string[];
  /** Its tables are apart by this. */
  by?: string;
}

export function Files({ report, metrics, by }: FilesProps) {
  const { asked, compare } = report;
  const file = (format: FileKind) => {
    const named = format === "csv" || metrics.length <= PRINTED;
    return filePath({ asked, compare, format, ...(named && { metrics }), ...(by && { by }) });
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<DownIcon size={14} />}>
          <Trans>Download</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={file("pdf")} download>
          <Trans>As a PDF</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={file("csv")} download>
          <Trans>Figures as CSV</Trans>
        </Menu.Item>
        <Menu.Item
          component="a"
          href={filePath({ asked, compare, format: "csv", content: "episodes" })}
          download
        >
          <Trans>Conversations as CSV</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => window.print()}>
          <Trans>Print this page</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
