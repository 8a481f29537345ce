// The reference: the list of operations by their words, code to be copied, and the way around folded on a phone.
const search = document.querySelector("[data-search]");
const none = document.querySelector("[data-none]");
const rows = [...document.querySelectorAll("[data-words]")];

if (search) {
  search.hidden = false;
  search.addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
    none.hidden = rows.some((row) => !row.hidden);
  });
}

for (const caption of document.querySelectorAll(".operation-code figcaption")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy the ${caption.textContent} text`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(caption.parentElement.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  caption.append(button);
}

const fold = document.querySelector("[data-fold]");
if (fold && window.matchMedia("(max-width: 760px)").matches) fold.open = false;
