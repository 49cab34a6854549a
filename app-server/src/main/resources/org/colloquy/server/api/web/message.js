// One message as it is shown: a question, an answer that may still grow, or what a tool brought.
import { copyButton, copyOf, part, show } from './dom.js';
import { markdown } from './markdown.js';
import { marksIn } from './marks.js';
import { openClaims, showSources } from './sources.js';
import { text } from './texts.js';

const VIEWS = { user: questionView, assistant: answerView, tool: resultView };

/**
 * @param acts {retry(message), rewrite(message), goOn(message), branch(id), grown()}
 * @returns {node, update(message), ...}, nothing for messages that are not shown
 */
export function messageView(message, acts) {
  const view = VIEWS[message.role]?.(acts);
  view?.update(message);
  return view;
}

function questionView(acts) {
  const node = copyOf('t-question');
  node.setAttribute('aria-label', text('chat.you'));
  let message;
  copyButton(part(node, 'copy'), () => message.content);
  part(node, 'rewrite').addEventListener('click', () => acts.rewrite(message));
  part(node, 'retry').addEventListener('click', () => acts.retry(message));

  return {
    node,
    update(newer) {
      message = newer;
      node.querySelector('.words').textContent = message.content;
      show(part(node, 'failure'), message.failure && text('chat.unanswered', message.failure));
      part(node, 'retry').hidden = !message.failure;
      branches(node, message, acts);
    },
  };
}

function answerView(acts) {
  const node = copyOf('t-answer');
  node.setAttribute('aria-label', text('chat.answer'));
  const write = markdown(part(node, 'words'));
  const sources = { passages: [], citations: [] };
  let message;
  let words = '';
  let thoughts = '';
  let drawn = 0;
  const marks = () => marksIn(words, sources, (claims) => openClaims(part(node, 'sources'), claims));
  copyButton(part(node, 'copy'), () => marks().copied());
  part(node, 'retry').addEventListener('click', () => acts.retry(message));
  part(node, 'on').addEventListener('click', () => acts.goOn(message));

  function draw() {
    drawn = 0;
    write(marks());
    part(node, 'thoughts').hidden = !thoughts;
    part(node, 'thoughts').querySelector('.words').textContent = thoughts;
    const waits = message.state === 'growing' && !words;
    node.classList.toggle('waits', waits);
    acts.grown();
  }

  const drawSoon = () => { drawn ||= requestAnimationFrame(draw); };

  return {
    node,
    update(newer) {
      message = newer;
      words = message.content;
      thoughts = message.reasoning ?? '';
      const growing = message.state === 'growing';
      node.setAttribute('aria-busy', growing);
      part(node, 'acts').hidden = growing;
      part(node, 'on').hidden = message.state !== 'cut-off' || !words;
      part(node, 'model').textContent = message.model?.model ?? '';
      show(part(node, 'doing'), growing && !words ? text('chat.working') : used(message));
      show(part(node, 'note'), message.state === 'cut-off' && cutOff(message));
      branches(node, message, acts);
      draw();
    },
    say(more) {
      words += more;
      show(part(node, 'doing'), '');
      drawSoon();
    },
    think(more) {
      thoughts += more;
      drawSoon();
    },
    doing: (what) => show(part(node, 'doing'), what),
    note: (what) => show(part(node, 'note'), what),
    approve(call, decide) {
      part(node, 'approvals').append(approval(call, decide));
    },
    decided(call) {
      part(node, 'approvals').querySelector(`[data-call="${CSS.escape(call)}"]`)?.remove();
    },
    /** What is shown already stays as it is, with the focus. */
    sourced(known) {
      const before = JSON.stringify(sources);
      Object.assign(sources, known);
      if (JSON.stringify(sources) === before) return;
      showSources(part(node, 'sources'), sources);
      draw();
    },
  };
}

function resultView() {
  const node = copyOf('t-result');
  return { node, update: (message) => { node.querySelector('.words').textContent = message.content; } };
}

const used = ({ toolCalls }) =>
  toolCalls?.length ? text('chat.used', toolCalls.map((call) => call.tool).join(', ')) : '';

const cutOff = ({ failure }) => (failure ? text('chat.cut-off.because', failure) : text('chat.cut-off'));

/** What a tool would be called with, exactly, and two buttons. */
function approval({ call, tool, arguments: given }, decide) {
  const node = copyOf('t-approval');
  node.dataset.call = call;
  node.querySelector('p').textContent = text('chat.approval', tool);
  node.querySelector('pre').textContent = given;
  part(node, 'allow').addEventListener('click', () => decide(true));
  part(node, 'refuse').addEventListener('click', () => decide(false));
  return node;
}

function branches(node, message, acts) {
  const place = part(node, 'branches');
  const all = message.siblings ?? [];
  const here = all.indexOf(message.id);
  place.hidden = all.length < 2;
  if (place.hidden) return;
  const made = copyOf('t-branches');
  made.querySelector('.place').textContent = text('chat.branch.place', here + 1, all.length);
  step(part(made, 'before'), all[here - 1], acts);
  step(part(made, 'after'), all[here + 1], acts);
  place.replaceChildren(made);
}

function step(button, to, acts) {
  button.disabled = !to;
  button.addEventListener('click', () => acts.branch(to));
}
