// Signing in, also with a new password by a code, and making an account: by oneself, or with an invitation.
import { refusal, Unreachable } from './api.js';
import { byId } from './dom.js';
import * as session from './session.js';
import { text } from './texts.js';

const WRONG = 401;
const TAKEN = 409;

const KNOWN = {
  title: 'sign-in.title', name: 'sign-in.name', password: 'sign-in.password', go: 'sign-in.go', other: 'sign-in.new',
  enter: async () => {},
};
const FORGETFUL = {
  ...KNOWN, title: 'reset.title', password: 'reset.password', go: 'reset.go', other: 'reset.known', enter: reset,
};
const NEWCOMER = {
  ...KNOWN, title: 'sign-up.title', name: 'sign-up.name', go: 'sign-up.go', other: 'sign-up.known', enter: register,
};
const invitedWith = (code) => ({
  ...NEWCOMER, title: 'invited.title', enter: (asked) => accept(code, asked),
});

/** @param entered is called when somebody is signed in */
export function signIn(entered) {
  const form = byId('sign-in-form');
  const { name, email, code, password } = form.elements;
  let visitor = KNOWN;
  let mayRegister = false; // until the server says so

  function be(who) {
    visitor = who;
    byId('sign-in-title').textContent = text(who.title);
    byId('sign-in-name').textContent = text(who.name);
    byId('sign-in-password').textContent = text(who.password);
    byId('sign-in-go').textContent = text(who.go);
    byId('sign-in-other').textContent = text(who.other);
    byId('sign-in-other').hidden = who === KNOWN && !mayRegister;
    byId('sign-in-reset').hidden = who !== KNOWN;
    byId('sign-in-email').hidden = who !== NEWCOMER;
    email.required = who === NEWCOMER;
    byId('sign-in-code').hidden = who !== FORGETFUL;
    code.required = who === FORGETFUL;
    password.autocomplete = who === KNOWN ? 'current-password' : 'new-password';
  }

  byId('sign-in-other').addEventListener('click', () => {
    problem('');
    be(visitor === KNOWN ? NEWCOMER : KNOWN);
  });

  byId('sign-in-reset').addEventListener('click', () => {
    password.value = '';
    ask(FORGETFUL, '');
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('sign-in-go').disabled = true;
    problem('');
    try {
      await visitor.enter({
        username: name.value, email: email.value, code: code.value, password: password.value,
      });
      be(KNOWN);
      await enter();
    } catch (e) {
      problem(e.message);
    } finally {
      byId('sign-in-go').disabled = false;
    }
  });

  async function enter() {
    if (session.isOpen()) await session.close();
    const answer = await reached(session.open(name.value, password.value));
    if (!answer.ok) throw answer.status === WRONG ? new Error(text('sign-in.wrong')) : await refusal(answer);
    form.reset();
    entered();
  }

  async function learnWhoMayCome() {
    const answer = await fetch('/web/strangers').catch(() => null);
    mayRegister = Boolean(answer?.ok && (await answer.json()).mayRegister);
    be(visitor);
  }
  learnWhoMayCome();

  function ask(who, why) {
    be(who);
    problem(why);
    name.focus();
  }

  return {
    /** @param why it is needed again; empty at first */
    ask: (why) => ask(KNOWN, why),
    /** @param code of an invitation */
    invite: (code) => ask(invitedWith(code), ''),
  };
}

async function register({ username, email, password }) {
  const answer = await sent('/users', { username, email, password });
  if (!answer.ok) throw new Error(await why(answer));
}

async function reset({ username, code, password }) {
  const answer = await sent('/api/password-resets', { name: username, code, password });
  if (answer.status === WRONG) throw new Error(text('reset.not-good'));
  if (!answer.ok) throw await refusal(answer);
}

async function accept(code, { username, password }) {
  const answer = await sent('/api/invitations/accept', { code, username, password });
  if (answer.status === WRONG) throw new Error(text('invited.not-good'));
  if (answer.status === TAKEN) throw new Error(text('invited.name-taken'));
  if (!answer.ok) throw await refusal(answer);
}

const problem = (words) => { byId('sign-in-problem').textContent = words; };

const sent = (path, body) => reached(fetch(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
}));

async function reached(answer) {
  try {
    return await answer;
  } catch {
    throw new Unreachable();
  }
}

/** Accounts are made through an API of another form. */
async function why(answer) {
  const body = await answer.json().catch(() => ({}));
  return [body.error, body.detail, body.message].find((words) => typeof words === 'string') ?? text('problem.internal');
}
