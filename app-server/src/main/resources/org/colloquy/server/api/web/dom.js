// Elements of the page, and copies of its templates.
import { fill } from './texts.js';

export const byId = (id) => document.getElementById(id);

export const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

/** A copy of the only element in a template. */
export function copyOf(template) {
  const copy = byId(template).content.firstElementChild.cloneNode(true);
  fill(copy);
  return copy;
}

export function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words !== undefined) made.textContent = words;
  return made;
}

/** Shows words, or nothing at all when there are none. */
export function show(where, words) {
  where.textContent = words ?? '';
  where.hidden = !words;
}

/** A browser lets a page copy only where nobody can have changed it on its way. */
export function copyButton(button, words) {
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  const done = () => {
    button.classList.add('done');
    button.addEventListener('animationend', () => button.classList.remove('done'), { once: true });
  };
  button.addEventListener('click', () => navigator.clipboard.writeText(words()).then(done, () => {}));
}
