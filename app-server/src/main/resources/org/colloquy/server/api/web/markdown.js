// Markdown as elements. What a model wrote is a stranger's: its HTML is shown as text, its pictures
// are not loaded, its links say where they lead; and all of it goes through DOMPurify.
import { Marked } from './marked.esm.js';
import DOMPurify from './purify.es.mjs';
import { copyButton, copyOf, element, part } from './dom.js';
import { drawFormula } from './formula.js';
import { formulas } from './texsyntax.js';
import { text } from './texts.js';

const ALLOWED = {
  ALLOWED_TAGS: ['a', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'input',
    'li', 'ol', 'p', 'pre', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ALLOWED_ATTR: ['align', 'checked', 'class', 'disabled', 'href', 'start', 'title', 'type'],
  ADD_URI_SAFE_ATTR: ['align', 'checked', 'disabled', 'start', 'type'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

const escape = (words) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const marked = new Marked({
  gfm: true,
  extensions: formulas((written) => `<code class="formula">${escape(written)}</code>`),
  renderer: {
    html: ({ text: words }) => escape(words),
    image: ({ text: words, href }) => `<em>${escape(text('chat.picture', words || href))}</em>`,
  },
});

/** A text that grows: only the blocks that changed are made anew. It is written with its marks. */
export function markdown(container) {
  const blocks = [];

  return (marks) => {
    const tokens = marked.lexer(marks.signed);
    const names = Object.keys(tokens.links).length;
    const wanted = tokens.filter((token) => token.type !== 'space');
    wanted.forEach((token, place) => {
      const key = `${names} ${token.raw}`;
      if (blocks[place]?.key === key) return;
      const made = element('div', 'block');
      made.append(fragment([token], marks));
      if (blocks[place]) blocks[place].node.replaceWith(made);
      else container.append(made);
      blocks[place] = { key, node: made };
    });
    blocks.splice(wanted.length).forEach((block) => block.node.remove());
  };
}

function fragment(tokens, marks) {
  const clean = DOMPurify.sanitize(marked.parser(tokens), ALLOWED);
  marks.draw(clean);
  clean.querySelectorAll('a[href]').forEach(lead);
  clean.querySelectorAll('pre').forEach(frame);
  clean.querySelectorAll('code.formula').forEach(drawFormula);
  clean.querySelectorAll('table').forEach((table) => {
    const scrolled = element('div', 'table');
    scrolled.tabIndex = 0;
    table.replaceWith(scrolled);
    scrolled.append(table);
  });
  // From which side something is read, its first letter says; programs are read from the left.
  for (const whole of clean.children) if (!whole.matches('.code')) whole.dir = 'auto';
  return clean;
}

/** Says where a link leads, unless its words do. */
function lead(link) {
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  const { host } = new URL(link.href);
  if (host && !link.textContent.includes(host)) link.append(element('span', 'host', ` (${host})`));
}

function frame(pre) {
  const code = pre.querySelector('code');
  const language = /language-(\S+)/.exec(code?.className ?? '')?.[1];
  const framed = copyOf('t-code');
  framed.querySelector('span').textContent = language ?? text('chat.code.plain');
  copyButton(part(framed, 'copy'), () => pre.textContent);
  pre.replaceWith(framed);
  pre.tabIndex = 0;
  framed.append(pre);
}
