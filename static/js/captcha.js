/* Offers reCAPTCHA; nothing is loaded from Google before the visitor agrees. */
const API = "https://www.google.com/recaptcha/api.js?render=explicit&onload=b40CaptchaReady";

for (const box of document.querySelectorAll('[data-component="captcha"]')) {
  box.hidden = false;
  box.querySelector("button").addEventListener("click", (event) => load(box, event.currentTarget));
}

function load(box, button) {
  button.hidden = true;
  window.b40CaptchaReady = () => {
    window.grecaptcha.render(box.querySelector(".captcha__place"), { sitekey: box.dataset.key });
  };
  const script = document.createElement("script");
  script.src = `${API}&hl=${document.documentElement.lang}`;
  script.addEventListener("error", () => {
    box.hidden = true;
  });
  document.head.append(script);
}
