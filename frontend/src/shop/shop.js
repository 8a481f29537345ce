// Buttons that open the chat, with words to begin where they have some; shown only once the widget is there.
const buttons = document.querySelectorAll("[data-ask]");

function offer() {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => window.baton.open(button.dataset.ask));
  }
}

if (window.baton) offer();
else window.addEventListener("baton:ready", offer, { once: true });
