// The conversation that is open: what was said in it, and the turn that goes on.
import * as api from './api.js';
import { byId, show } from './dom.js';
import { messageView } from './message.js';
import { follower } from './scroll.js';
import { text } from './texts.js';
import * as turns from './turn.js';

const RETRY_EVERY = 2000;

/**
 * @param around {choices, composer, files, opened(id), changed()}: the rest of the page
 */
export function chat(around) {
  const list = byId('messages');
  const scroll = follower(byId('talk'), byId('latest'));
  const views = new Map();
  const known = new Map();
  let conversation;
  let running = null;
  let current = null;
  let ended = null;

  const acts = {
    retry: (message) => again(message),
    goOn: (message) => run({ continue: message.id, ...around.choices.chosen() }),
    rewrite: around.composer.rewrite,
    branch: (id) => attempt(async () => shown(await api.branch(conversation, id))),
    grown: () => scroll.grown(),
  };

  /** Asks the question of an answer, or a question that has none, once more. */
  function again(message) {
    let asked = message;
    while (asked.role !== 'user') asked = known.get(asked.parent);
    dropAfter(asked.id);
    return run({ again: asked.id, ...around.choices.chosen() });
  }

  function dropAfter(id) {
    const all = [...views.keys()];
    all.slice(all.indexOf(id) + 1).forEach(drop);
  }

  function dropFrom(id) {
    if (!views.has(id)) return;
    dropAfter(id);
    drop(id);
  }

  function drop(id) {
    views.get(id).node.remove();
    views.delete(id);
  }

  function put(message) {
    known.set(message.id, message);
    const there = views.get(message.id);
    const view = there ?? messageView(message, acts);
    if (!view) return;
    if (there) {
      view.update(message);
    } else {
      views.set(message.id, view);
      list.append(view.node);
    }
    if (message.role === 'assistant') current = view;
    byId('empty').hidden = true;
    scroll.grown();
  }

  /** Shows a branch as the server has it, and leaves alone what is there already. */
  function shown({ messages }) {
    const wanted = new Set(messages.map((message) => message.id));
    [...views.keys()].filter((id) => !wanted.has(id)).forEach(drop);
    messages.forEach(put);
    const nodes = messages.map((message) => views.get(message.id)?.node).filter(Boolean);
    nodes.forEach((node, place) => {
      if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
    });
    byId('empty').hidden = messages.length > 0;
  }

  async function showSources(id) {
    for (const { message, ...known } of await api.sources(id)) {
      if (id === conversation) views.get(message)?.sourced?.(known);
    }
  }

  const events = {
    saved: ({ message }) => put(message),
    text: (line) => current?.say(line.text),
    reasoning: (line) => current?.think(line.text),
    'tool-called': ({ tool }) => current?.doing(text('chat.using', tool)),
    'tool-returned': () => current?.doing(text('chat.working')),
    'approval-wanted': (line) => current?.approve(line, (allow) => decide(line.call, allow)),
    'approval-given': ({ call }) => current?.decided(call),
    noted: (line) => current?.note(line.sentence),
    sourced: ({ message, passages }) => views.get(message)?.sourced({ passages }),
    cited: ({ message, citations }) => views.get(message)?.sourced({ citations }),
  };

  const decide = (call, allow) => attempt(() => api.decide(running.turn, { call, allow }));

  /** Begins a turn, or takes part in one, and shows it to its end. */
  async function follow(start) {
    const abort = new AbortController();
    const mine = { turn: null, abort };
    const id = conversation;
    running = mine;
    tell('status.answering');
    const reader = {
      began: (turn) => { mine.turn = turn; },
      event: (line) => { if (running === mine) events[line.event]?.(line); },
      lost: () => connected(false),
      back: () => connected(true),
    };
    try {
      await start(reader, abort.signal);
    } finally {
      connected(true);
      if (running === mine) {
        running = null;
        ended = mine.turn;
        tell('status.done');
      }
    }
    if (conversation === id) await refresh();
    around.changed();
  }

  function tell(key) {
    byId('said').textContent = key && text(key);
    byId('stop').hidden = !running;
    byId('send').hidden = Boolean(running);
  }

  function connected(there) {
    byId('connection').textContent = there ? '' : text('status.lost');
  }

  async function run(request) {
    if (running) return;
    show(byId('problem'), '');
    scroll.toEnd();
    const id = conversation;
    await attempt(() => follow((reader, signal) => turns.ask(id, request, reader, signal)));
  }

  const rejoin = (turn) =>
    attempt(() => follow((reader, signal) => turns.rejoin(turn, reader, signal)));

  /** Tells what went wrong where the answer would be. Nobody hears of what was left on purpose. */
  async function attempt(action) {
    try {
      await action();
      return true;
    } catch (e) {
      if (e.name === 'AbortError') return true;
      show(byId('problem'), e.message);
      scroll.grown();
      return !(e instanceof api.Refused || e instanceof api.Unreachable);
    }
  }

  /** The words stay where they were written until the server has them. */
  async function send() {
    const draft = around.composer.written();
    const { text: words, instead } = draft;
    if (!words || running) return;
    if (!conversation && !(await attempt(begin))) return;
    const id = conversation;
    around.composer.clear();
    if (instead) dropFrom(instead);
    const before = views.size;
    await run({ text: words, ...(instead && { instead }), ...around.choices.chosen() });
    if (id !== conversation || views.size > before) return;
    around.composer.putBack(draft);
    await comeBack(id, words);
  }

  /** After a question that may or may not have arrived: it is looked up as soon as that is possible. */
  async function comeBack(id, words) {
    for (let lost = true; lost && id === conversation && !running;) {
      lost = await api.messages(id).then(
        ({ messages, runningTurn }) => {
          connected(true);
          const arrived = messages.some((message) => message.content === words && !known.has(message.id));
          shown({ messages });
          if (!arrived) return false;
          around.composer.clear();
          show(byId('problem'), '');
          if (runningTurn) rejoin(runningTurn);
          return false;
        },
        (e) => e instanceof api.Unreachable,
      );
      connected(!lost);
      if (lost) await new Promise((go) => { setTimeout(go, RETRY_EVERY); });
    }
  }

  async function begin() {
    const made = await api.create();
    await around.choices.keepFor(made.id);
    conversation = made.id;
    around.composer.moveTo(made.id);
    around.files.of(made.id);
    around.opened(made.id);
  }

  /** What the server knows counts, also of what this page saw itself. */
  async function refresh() {
    const id = conversation;
    if (!id || running) return;
    const there = await api.messages(id);
    if (id !== conversation || running) return;
    shown(there);
    await showSources(id);
    const { runningTurn } = there;
    if (runningTurn && runningTurn !== ended && !running) rejoin(runningTurn);
  }

  async function open(id) {
    if (id === conversation) return;
    running?.abort.abort();
    running = null;
    conversation = id;
    current = null;
    views.clear();
    known.clear();
    list.replaceChildren();
    show(byId('problem'), '');
    byId('empty').hidden = Boolean(id);
    tell('');
    around.composer.turnTo(id);
    around.files.of(id);
    await attempt(refresh);
    scroll.toEnd();
  }

  function stop() {
    if (running?.turn) attempt(() => api.cancel(running.turn));
  }

  return { open, send, stop, refresh: () => attempt(refresh), begin: () => attempt(begin), id: () => conversation };
}
