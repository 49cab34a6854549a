// What people read, in their language.
const LANGUAGES = ['en', 'de', 'fr', 'es', 'nb', 'zh'];
const ALSO = { no: 'nb', nn: 'nb' };

let texts = {};

export async function loadTexts() {
  const language = chosen();
  texts = await (await fetch(`/web/${language}.json`)).json();
  document.documentElement.lang = language;
  fill(document);
}

function chosen() {
  for (const wanted of navigator.languages) {
    const plain = wanted.toLowerCase().split('-')[0];
    const language = ALSO[plain] ?? plain;
    if (LANGUAGES.includes(language)) return language;
  }
  return 'en';
}

export function text(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** The text, or something else where there is none. */
export const textOr = (key, otherwise, ...values) => (texts[key] ? text(key, ...values) : otherwise);

/** Writes texts where elements ask for them by name. */
export function fill(root) {
  for (const each of root.querySelectorAll('[data-text]')) {
    each.textContent = text(each.dataset.text);
  }
  for (const each of root.querySelectorAll('[data-hint]')) {
    each.placeholder = text(each.dataset.hint);
  }
  for (const each of root.querySelectorAll('[data-label]')) {
    label(each, text(each.dataset.label));
  }
}

/** Says to everybody what a control does. */
export function label(control, words) {
  control.setAttribute('aria-label', words);
  if (control.tagName === 'BUTTON') control.title = words;
}
