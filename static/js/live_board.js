/* Keeps the board of an open round as it stands on the server; without script the page is as it was when it was opened. */

const SECONDS = 5;

function keep(board) {
  let tag = "";
  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch(board.dataset.url, { headers: tag ? { "If-None-Match": tag } : {} });
        if (answer.status === 200 && !answer.redirected) {
          if (tag) {
            board.innerHTML = await answer.text();
          }
          tag = answer.headers.get("ETag") ?? "";
        }
      } catch {
        /* The line is down; the next look tries again. */
      }
    }
    setTimeout(look, SECONDS * 1000);
  }
  look();
}

document.querySelectorAll('[data-component="live-board"]').forEach(keep);
