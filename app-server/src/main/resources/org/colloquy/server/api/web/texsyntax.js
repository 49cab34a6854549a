// Where formulas stand in Markdown: `$…$` and `\(…\)` in a line, `$$…$$` and `\[…\]` also in lines of
// their own. Amounts of money are none. The rules are those of the window.
const PAIRS = [['$$', '$$'], ['\\[', '\\]'], ['\\(', '\\)'], ['$', '$']];
const LARGE = new Set(['$$', '\\[']);
const LONGEST = 3000;

/** "5 apples and 3": begins with a number and has words, but nothing that only formulas have. */
const MONEY = /^\d[^\\^_={}]*[a-zA-Z]{2}[^\\^_={}]*$/;

const opened = (written) => PAIRS.find(([opening]) => written.startsWith(opening));

/** @returns {tex, large} of a formula with the signs around it */
export function formulaIn(written) {
  const [opening, closing] = opened(written);
  return { tex: written.slice(opening.length, -closing.length).trim(), large: LARGE.has(opening) };
}

/** What marked is told, so that it finds formulas. @param shown makes HTML of a formula as written */
export const formulas = (shown) => [
  {
    name: 'formula-lines',
    level: 'block',
    start: (words) => words.search(/\n {0,3}(?:\$\$|\\\[)/),
    tokenizer: inLines,
    renderer: ({ written }) => shown(written),
  },
  {
    name: 'formula',
    level: 'inline',
    start: (words) => words.search(/\$|\\[([]/),
    tokenizer: inLine,
    renderer: ({ written }) => shown(written),
  },
];

/** An empty line in it, or words behind its end, say that it is none. */
function inLines(words) {
  const begin = /^ {0,3}(\$\$|\\\[)/.exec(words);
  if (!begin) return undefined;
  const [indented, opening] = begin;
  const end = closedAt(words, indented.length, opened(opening)[1]);
  if (end < 0) return undefined;
  const behind = /^[ \t]*(?:\n|$)/.exec(words.slice(end + 2, end + LONGEST));
  const tex = words.slice(indented.length, end);
  if (!behind || !tex.trim() || /\n[ \t]*\n/.test(tex)) return undefined;
  return {
    type: 'formula-lines', raw: words.slice(0, end + 2) + behind[0], written: words.slice(0, end + 2).trim(),
  };
}

function inLine(words) {
  const [opening, closing] = opened(words) ?? [];
  if (!opening) return undefined;
  const end = closedAt(words, opening.length, closing);
  const written = words.slice(0, end + closing.length);
  if (end > 0 && isFormula(words.slice(opening.length, end), opening, words[end + closing.length])) {
    return { type: 'formula', raw: written, written };
  }
  // The second of two dollars that begin nothing begins nothing either.
  return opening === '$$' ? { type: 'text', raw: opening, text: opening } : undefined;
}

function closedAt(words, from, closing) {
  const most = Math.min(words.length, from + LONGEST);
  for (let at = from; at < most; at++) {
    if (words.startsWith(closing, at)) return at;
    if (words[at] === '\\') at++;
  }
  return -1;
}

function isFormula(tex, opening, behind = '') {
  if (!tex.trim() || tex.includes('`')) return false;
  return opening !== '$' || (tex === tex.trim() && !/[\d$]/.test(behind) && !MONEY.test(tex));
}
