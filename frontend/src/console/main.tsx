import "@mantine/core/styles.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const place = document.getElementById("baton-console");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider>{null}</MantineProvider>
    </StrictMode>,
  );
}
