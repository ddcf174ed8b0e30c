/* What the frame does better with a script; every page works without. One file, because one request is less than three. */
const STORE = "b40-offer-closed";

/** Tags that the beginning of a language's own tag does not explain. */
const OTHER_NAMES = { sr: "sr-cyrl", "sr-rs": "sr-cyrl", "sr-me": "sr-latn-me", cnr: "sr-latn-me", sh: "sr-latn", mo: "ro" };

for (const details of document.querySelectorAll('[data-component="disclosure"]')) {
  closeOnEscape(details);
}
offerLanguage(document.querySelector('[data-component="languages"]'), navigator.languages);

/** Close a list behind a button with Escape, or when the reader goes on elsewhere. */
function closeOnEscape(details) {
  const parent = details.parentElement;
  parent.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!parent.contains(event.target)) {
      details.open = false;
    }
  });
}

/** Show one line that leads to the page in the language which the browser prefers, unless the reader once closed it. */
function offerLanguage(list, preferred) {
  const link = list && preferredLink([...list.querySelectorAll("[hreflang]")], preferred);
  if (!link?.dataset.offer || isClosed()) {
    return;
  }
  const line = document.createElement("div");
  line.className = "language-offer";
  line.append(offered(link), closing(line, list.dataset.close));
  document.querySelector(".site-header").append(line);
}

/** Return the link of the first preferred language that the network has. */
function preferredLink(links, preferred) {
  for (const tag of preferred.map((name) => name.toLowerCase())) {
    const wanted = OTHER_NAMES[tag] ?? tag;
    const found = links.find((link) => `${wanted}-`.startsWith(`${link.hreflang.toLowerCase()}-`));
    if (found) {
      return found;
    }
  }
  return null;
}

function offered(link) {
  const copy = document.createElement("a");
  copy.href = link.href;
  copy.hreflang = link.hreflang;
  copy.lang = link.hreflang;
  copy.textContent = link.dataset.offer;
  return copy;
}

function closing(line, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "language-offer__close";
  button.textContent = "×";
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => {
    remember();
    line.remove();
  });
  return button;
}

/** The browser may forbid storage; then the line comes again. */
function isClosed() {
  try {
    return localStorage.getItem(STORE) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(STORE, "1");
  } catch {
    return;
  }
}
