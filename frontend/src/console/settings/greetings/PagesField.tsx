/** The pages of a greeting, each a piece of the address. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Input, Select, TextInput } from "@mantine/core";
import type { Greeting } from "../../api/beforeChat";
import { CloseIcon, PlusIcon } from "../../shell/icons";
import classes from "../beforeChat/BeforeChat.module.css";

type Pages = Greeting["pages"];
type Match = Pages[number]["match"];

const MOST = 10;
const HOW: { value: Match; label: string }[] = [
  { value: "begins", label: t`begins with` },
  { value: "contains", label: t`contains` },
  { value: "equals", label: t`is` },
];

interface PagesFieldProps {
  pages: Pages;
  problem: string | null;
  onChange: (pages: Pages) => void;
}

const EXAMPLE = "/pricing";

export function PagesField({ pages, problem, onChange }: PagesFieldProps) {
  const put = (place: number, part: Partial<Pages[number]>) =>
    onChange(pages.map((page, at) => (at === place ? { ...page, ...part } : page)));
  return (
    <Input.Wrapper
      label={t`On pages whose address`}
      labelElement="div"
      description={t`The part after your site's name, such as /pricing. A star stands for anything. Without a line it is every page.`}
      error={problem}
    >
      <div className={classes.trial}>
        {pages.map(({ match, path }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its words change with every key
          <div key={place} className={classes.row}>
            <Select
              aria-label={t`How page ${place + 1} is compared`}
              allowDeselect={false}
              data={HOW}
              value={match}
              onChange={(value) => value && put(place, { match: value })}
            />
            <TextInput
              aria-label={t`Address of page ${place + 1}`}
              maxLength={200}
              placeholder={EXAMPLE}
              value={path}
              onChange={(event) => put(place, { path: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t`Remove page ${place + 1}`}
              onClick={() => onChange(pages.filter((_, at) => at !== place))}
            >
              <CloseIcon />
            </ActionIcon>
          </div>
        ))}
        {pages.length < MOST && (
          <Button
            variant="default"
            size="xs"
            leftSection={<PlusIcon size={14} />}
            onClick={() => onChange([...pages, { match: "begins", path: "" }])}
          >
            <Trans>Add a page</Trans>
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}
