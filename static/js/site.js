import { closeOnEscape } from "./disclosure.js";
import { offerLanguage } from "./language_offer.js";

for (const details of document.querySelectorAll('[data-component="disclosure"]')) {
  closeOnEscape(details);
}
offerLanguage(document.querySelector('[data-component="languages"]'), navigator.languages);
