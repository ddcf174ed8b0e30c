/* The screen of a session: every entry is kept in the browser first, then sent; without a line the record goes on. */

const KEYS = { y: "yes", a: "against", b: "abstain" };
const AGAIN_AFTER_MS = 5000;
const UNCONFIRMED = 401;
const TOKEN = "input[name=csrfmiddlewaretoken]";

class Session {
  constructor(root) {
    this.root = root;
    this.store = `b40-meeting-${root.dataset.meeting}`;
    this.refused = [];
    this.hindrance = "";
    this.isSending = false;
    root.addEventListener("submit", (event) => this.submit(event));
    root.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("online", () => this.send());
    this.focusable();
    this.tell();
    this.send();
  }

  get entries() {
    return JSON.parse(localStorage.getItem(this.store) ?? "[]");
  }

  set entries(waiting) {
    localStorage.setItem(this.store, JSON.stringify(waiting));
  }

  focusable() {
    for (const item of this.root.querySelectorAll("details.desk-item")) {
      item.querySelector("[data-seat]")?.setAttribute("tabindex", "0");
    }
  }

  submit(event) {
    const form = event.target.closest("form[data-entry]");
    if (!form) {
      return;
    }
    event.preventDefault();
    const words = new FormData(form, event.submitter);
    const seats = words.getAll("seats");
    const kind = words.getAll("kind").pop();
    const payload = Object.fromEntries(words.entries());
    delete payload.csrfmiddlewaretoken;
    delete payload.kind;
    if (seats.length) {
      payload.seats = seats;
    }
    this.enter(kind, payload);
    this.show(kind, payload, event.submitter);
  }

  key(event) {
    const seat = event.target.closest("[data-seat]");
    if (!seat || event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const seats = [...seat.parentElement.querySelectorAll("[data-seat]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      seats[seats.indexOf(seat) + step]?.focus();
      return;
    }
    const choice = KEYS[event.key.toLowerCase()];
    if (!choice) {
      return;
    }
    event.preventDefault();
    const reason = seat.querySelector("input[name=reason]");
    if (choice === "against" && !reason.value.trim()) {
      reason.focus();
      return;
    }
    seat.querySelector(`button[value="${choice}"]`).click();
    seats[seats.indexOf(seat) + 1]?.focus();
  }

  enter(kind, payload) {
    const entry = { uuid: crypto.randomUUID(), kind, payload, entered_at: new Date().toISOString() };
    this.entries = [...this.entries, entry];
    this.send();
  }

  show(kind, payload, button) {
    /* What was entered stands on the screen at once, marked until the server has it. */
    const mark = document.createElement("em");
    mark.className = "desk-session__mark";
    mark.textContent = ` (${this.root.dataset.entered})`;
    if (kind === "vote" || kind === "conflict") {
      const cell = button.closest("[data-seat]").querySelector("[data-vote]");
      cell.textContent = button.textContent;
      cell.append(mark);
    } else if (kind === "all_yes") {
      for (const cell of button.closest("details").querySelectorAll("[data-vote]")) {
        if (cell.textContent.trim() === "–") {
          cell.textContent = button.closest("details").querySelector('button[value="yes"]').textContent;
          cell.append(mark.cloneNode(true));
        }
      }
    } else if (kind === "close" && !navigator.onLine) {
      const item = button.closest("details");
      item.querySelector("summary").append(mark);
      item.open = false;
      const next = item.nextElementSibling;
      if (next?.matches("details")) {
        next.open = true;
        next.querySelector("[data-seat]")?.focus();
      }
    }
    this.tell();
  }

  async send() {
    const waiting = this.entries;
    if (!waiting.length || this.isSending) {
      return;
    }
    this.isSending = true;
    try {
      const answer = await fetch(this.root.dataset.entries, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token() },
        body: JSON.stringify(waiting),
      });
      if (answer.ok && !answer.redirected) {
        this.taken((await answer.json()).entries);
        await this.refresh();
      } else if (answer.status === UNCONFIRMED) {
        this.hindrance = "confirm";
      } else {
        this.hindrance = "login";
        await this.renewToken();
      }
    } catch {
      /* There is no line; what waits is sent when it is back. */
    }
    this.isSending = false;
    this.tell();
    if (this.entries.length) {
      setTimeout(() => this.send(), AGAIN_AFTER_MS);
    }
  }

  taken(answers) {
    this.hindrance = "";
    const known = new Set(answers.map((answer) => answer.uuid));
    this.refused.push(...answers.filter((answer) => answer.state === "conflict").map((answer) => answer.sentence));
    this.entries = this.entries.filter((entry) => !known.has(entry.uuid));
  }

  async asOnServer() {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    return page.querySelector("[data-component=meeting]");
  }

  async renewToken() {
    /* Logging in again, in another tab, gave this browser another token; what was typed on the screen stays. */
    const token = (await this.asOnServer())?.querySelector(TOKEN)?.value;
    if (token) {
      this.root.querySelectorAll(TOKEN).forEach((field) => field.setAttribute("value", token));
    }
  }

  async refresh() {
    /* The screen as it stands on the server; the focus returns to the seat or button where it was. */
    const place = this.place();
    const fresh = await this.asOnServer();
    if (fresh) {
      this.root.replaceChildren(...fresh.childNodes);
      this.focusable();
      this.restore(place);
    }
  }

  place() {
    const active = document.activeElement;
    const item = active?.closest("details");
    const seats = item ? [...item.querySelectorAll("[data-seat]")] : [];
    return { item: item?.id, seat: seats.indexOf(active?.closest("[data-seat]")), hadFocus: this.root.contains(active) };
  }

  restore({ item, seat, hadFocus }) {
    if (!hadFocus) {
      return;
    }
    const same = item && this.root.querySelector(`#${item}[open]`);
    const shown = same ?? this.root.querySelector("details.desk-item[open]") ?? this.root.querySelector("#roll");
    const rows = shown.querySelectorAll("[data-seat]");
    const target = same && seat >= 0 ? rows[seat] : shown.querySelector("[data-all-yes]") ?? shown.querySelector("button");
    target?.focus();
  }

  token() {
    return this.root.querySelector(TOKEN)?.value ?? "";
  }

  tell() {
    const place = this.root.querySelector(".desk-session__waiting");
    const { waiting, refused, login } = this.root.dataset;
    const lines = [];
    if (this.entries.length) {
      lines.push(`${waiting} ${this.entries.length}`);
    }
    if (this.hindrance === "login") {
      lines.push(login);
    } else if (this.hindrance === "confirm") {
      this.root.querySelector(".desk-session__confirm").hidden = false;
    }
    lines.push(...this.refused.map((sentence) => `${refused} ${sentence}`));
    place.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.className = "help-block help-warning";
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }
}

document.querySelectorAll("[data-component=meeting]").forEach((root) => new Session(root));
