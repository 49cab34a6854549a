// Formulas, drawn by KaTeX, which is fetched when there is the first one.
import { element } from './dom.js';
import { formulaIn } from './texsyntax.js';
import { text } from './texts.js';

/** Nothing is loaded, linked to or given a class of the page; nothing grows without end. */
const BOUNDS = { trust: false, strict: 'ignore', throwOnError: true, maxSize: 20, maxExpand: 300 };

let treeOf = null;
let coming = null;

/** Puts the drawing in the place of what was written, as soon as it can be drawn. */
export function drawFormula(place) {
  if (treeOf) {
    draw(place);
    return;
  }
  coming ??= fetchKatex();
  coming.then(() => draw(place), () => { coming = null; });
}

async function fetchKatex() {
  ({ __renderToDomTree: treeOf } = await import('./katex.mjs'));
}

/** What cannot be drawn stays as it was written. */
function draw(place) {
  const { tex, large } = formulaIn(place.textContent);
  const drawing = element('span', large ? 'formula large' : 'formula');
  try {
    drawing.append(nodeOf(treeOf(tex, { ...BOUNDS, displayMode: large })));
  } catch {
    place.classList.add('refused');
    place.title = text('formula.refused');
    return;
  }
  if (large) drawing.tabIndex = 0;
  place.replaceWith(drawing);
}

/** The page's policy forbids styles that are written into attributes; set by a script they are allowed. */
function nodeOf(tree) {
  restyle(tree);
  return tree.toNode();
}

function restyle(tree) {
  const style = tree.attributes?.style;
  if (style) {
    const make = tree.toNode.bind(tree);
    delete tree.attributes.style;
    tree.toNode = () => {
      const node = make();
      node.style.cssText = style;
      return node;
    };
  }
  tree.children?.forEach(restyle);
}
