// The reference: the list of operations by their words, code to be copied, and the way around folded on a phone.
const search = document.querySelector("[data-search]");
const none = document.querySelector("[data-none]");
const rows = [...document.querySelectorAll("[data-words]")];
const elsewhere = document.querySelector("[data-elsewhere]");
const found = document.querySelector("[data-found]"); // on the contents, while something is sought
const field = search?.querySelector("input");

function find() {
  const asked = field.value.trim();
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
  none.hidden = rows.some((row) => !row.hidden);
  if (elsewhere) elsewhere.href = `/docs/api/?find=${encodeURIComponent(asked)}`;
  if (found) found.hidden = words.length === 0;
}

if (search) {
  search.hidden = false;
  field.addEventListener("input", find);
  const asked = new URLSearchParams(location.search).get("find");
  if (found && asked) {
    field.value = asked;
    find();
    field.focus();
  }
}

function copier(told, code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", told);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  return button;
}

for (const caption of document.querySelectorAll(".operation-code figcaption")) {
  const code = caption.parentElement.querySelector("code");
  caption.append(copier(`Copy the ${caption.textContent} text`, code));
}

for (const code of document.querySelectorAll(".prose pre > code")) {
  const box = document.createElement("div");
  box.className = "copied";
  code.parentElement.before(box);
  box.append(code.parentElement, copier("Copy this example", code));
}

const fold = document.querySelector("[data-fold]");
if (fold && window.matchMedia("(max-width: 760px)").matches) fold.open = false;
