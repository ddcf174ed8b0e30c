// Sorts the words of each language by ICU's collator: {"<locale>": ["word", …]} in, the same sorted out.
import { readFileSync } from "node:fs";

const wordsByLocale = JSON.parse(readFileSync(0, "utf8"));
const sorted = {};
for (const [locale, words] of Object.entries(wordsByLocale)) {
  if (Intl.Collator.supportedLocalesOf(locale).length === 0) throw new Error(`no collation for ${locale}`);
  const { compare } = new Intl.Collator(locale);
  sorted[locale] = words.sort((first, second) => compare(first, second) || (first < second ? -1 : 1));
}
process.stdout.write(JSON.stringify(sorted));
