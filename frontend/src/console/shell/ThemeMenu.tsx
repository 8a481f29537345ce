/** Light, dark, or as the system has it. */

import { t } from "@lingui/core/macro";
import { Menu, Tooltip, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { SCHEMES } from "./colourScheme";
import { CheckIcon, MoonIcon, SunIcon } from "./icons";
import classes from "./Rail.module.css";

export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <Menu position="right-end" width={160}>
      <Tooltip label={t`Theme`} position="right">
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t`Theme`}>
            {dark ? <MoonIcon size={18} /> : <SunIcon size={18} />}
          </UnstyledButton>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, name }) => (
          <Menu.Item
            key={value}
            onClick={() => setColorScheme(value)}
            rightSection={value === colorScheme ? <CheckIcon /> : null}
            aria-label={value === colorScheme ? t`${name}, chosen` : name}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
