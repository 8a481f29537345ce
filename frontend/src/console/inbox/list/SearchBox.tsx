/** Search in the view at hand; `/` brings the cursor here, Escape empties and leaves it. */

import { t } from "@lingui/core/macro";
import { CloseButton } from "@mantine/core";
import { SearchIcon } from "../../shell/icons";
import classes from "./SearchBox.module.css";

export const SEARCH_ID = "inbox-search";

export function SearchBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  return (
    <search className={classes.box}>
      <SearchIcon />
      <input
        id={SEARCH_ID}
        type="search"
        className={classes.input}
        placeholder={t`Search`}
        aria-label={t`Search conversations`}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          onChange("");
          event.currentTarget.blur();
        }}
      />
      {value ? (
        <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => onChange("")} />
      ) : (
        <kbd className={classes.key}>/</kbd>
      )}
    </search>
  );
}
