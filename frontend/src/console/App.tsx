/** The console: providers around the rail and the page that the address names. */

import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "./api/client";
import { DeskProvider } from "./desk/DeskContext";
import type { Desk } from "./desk/desk";
import { useDeskFeed } from "./desk/feed";
import { Pages } from "./Pages";
import { schemeManager } from "./shell/colourScheme";
import { styleNonce } from "./shell/config";
import { Shell } from "./shell/Shell";
import { resolveVariables, theme } from "./shell/theme";

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, problem) => problem instanceof Problem && problem.passing && failures < 2,
      },
    },
  });
}

export function App({ desk }: { desk: Desk }) {
  const [client] = useState(newQueryClient);
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <Notices />
        <QueryClientProvider client={client}>
          <DeskProvider desk={desk}>
            <Console />
          </DeskProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}

function Notices() {
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  return <Notifications position={narrow ? "top-center" : "bottom-left"} limit={3} autoClose={6_000} />;
}

function Console() {
  useDeskFeed();
  return (
    <Shell>
      <Pages />
    </Shell>
  );
}
