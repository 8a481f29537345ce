/** The choice of a time zone among all of the world's. */

import { t } from "@lingui/core/macro";
import { Select, type SelectProps } from "@mantine/core";
import { type Choice, timeZones } from "./timeZones";

type ZoneSelectProps = Pick<SelectProps, "label" | "description" | "error"> & {
  value: string;
  /** What stands before the zones. */
  first?: Choice;
  onChoose: (zone: string) => void;
};

export function ZoneSelect({ value, first, onChoose, ...field }: ZoneSelectProps) {
  return (
    <Select
      {...field}
      data={[...(first ? [first] : []), ...timeZones(value)]}
      value={value}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No such time zone. Try the name of a large city.`}
      // Hundreds of options are drawn when they are looked at, not with every key in another field.
      comboboxProps={{ keepMounted: false }}
      // What is typed takes the place of the zone that stands there.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      onChange={(zone) => zone !== null && onChoose(zone)}
    />
  );
}
