// The calculator and the choice between month and year, without leaving the page: the server works the sums out, and
// what follows from them is put in place. Without this script the same form and links lead to the same page.
const form = document.querySelector("[data-calculator]");
const SOON = 200; // ms after the last key
let timer;
let newest = 0;

form.querySelector("button").hidden = true;
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(follow, SOON);
});
form.addEventListener("submit", (event) => {
  if (!form.reportValidity()) return;
  event.preventDefault();
  follow();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-interval]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  form.elements.interval.value = link.dataset.interval;
  follow();
});

async function follow() {
  clearTimeout(timer);
  if (!form.checkValidity()) return;
  newest += 1;
  const mine = newest;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  const page = await fetched(address);
  if (mine !== newest) return;
  if (!page) {
    form.submit();
    return;
  }
  history.replaceState(null, "", address);
  put(page);
}

// The page as a document in which nothing runs; null without one. No text becomes markup here: the policy forbids it.
function fetched(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("loadend", () => resolve(request.status === 200 ? request.response : null));
    request.send();
  });
}

function put(page) {
  const focused = document.activeElement?.dataset?.interval;
  for (const old of document.querySelectorAll("[data-follows]")) {
    const fresh = page.querySelector(`[data-follows="${old.dataset.follows}"]`);
    if (!fresh) continue;
    if (old.getAttribute("role") === "status") old.textContent = fresh.textContent;
    else old.replaceWith(fresh);
  }
  if (focused) document.querySelector(`[data-interval="${focused}"]`)?.focus();
}
