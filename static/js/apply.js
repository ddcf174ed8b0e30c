/* What the application form does better with a script: counts words, hides questions that are not asked, points on a map. */
import { pointOnMap } from "./point_map.js";

for (const line of document.querySelectorAll('[data-component="word-count"]')) {
  countWords(line, document.getElementById(line.dataset.for));
}
for (const field of document.querySelectorAll("[data-shown-when]")) {
  showWhenAsked(field);
}
for (const figure of document.querySelectorAll('[data-component="point-map"]')) {
  pointOnMap(figure, document.getElementById("id_latitude"), document.getElementById("id_longitude"));
}

/** Say how many words there are, once the writer pauses, so that a screen reader is not talking all the time. */
function countWords(line, text) {
  let pause;
  line.setAttribute("aria-live", "polite");
  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const words = text.value.split(/\s+/u).filter(Boolean).length;
      line.textContent = line.dataset.words.replace("{count}", words).replace("{most}", line.dataset.most);
      line.classList.toggle("field__count--over", words > Number(line.dataset.most));
    }, 400);
  });
}

/** Hide a question until an answer makes it one; what was typed or is wrong stays in sight. */
function showWhenAsked(field) {
  const [name, answers] = field.dataset.shownWhen.split("=");
  const wanted = answers.split(",");
  const form = field.closest("form");
  const isFilled = () => [...field.querySelectorAll("input, textarea, select")].some((control) => control.value.trim());
  const update = () => {
    const isAsked = new FormData(form).getAll(name).some((answer) => wanted.includes(answer));
    field.hidden = !isAsked && !isFilled() && !field.querySelector(".field__error");
  };
  form.addEventListener("change", update);
  update();
}
