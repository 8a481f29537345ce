// Buttons that open the chat, shown only once it is there; and the browser's time zone for the sign-up.
const buttons = document.querySelectorAll("[data-ask]");

function offer() {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => window.baton.open());
  }
}

if (window.baton) offer();
else window.addEventListener("baton:ready", offer, { once: true });

for (const field of document.querySelectorAll("[data-time-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
