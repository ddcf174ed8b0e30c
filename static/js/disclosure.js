/** Close a list behind a button with Escape, or when the reader goes on elsewhere. */
export function closeOnEscape(details) {
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
