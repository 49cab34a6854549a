// Signing in, and making an account.
import { refusal, Unreachable } from './api.js';
import { byId } from './dom.js';
import * as session from './session.js';
import { text } from './texts.js';

const WRONG = 401;

/** @param entered is called when somebody is signed in */
export function signIn(entered) {
  const form = byId('sign-in-form');
  const { name, email, password } = form.elements;
  let newcomer = false;

  function draw() {
    byId('sign-in-title').textContent = text(newcomer ? 'sign-up.title' : 'sign-in.title');
    byId('sign-in-name').textContent = text(newcomer ? 'sign-up.name' : 'sign-in.name');
    byId('sign-in-go').textContent = text(newcomer ? 'sign-up.go' : 'sign-in.go');
    byId('sign-in-other').textContent = text(newcomer ? 'sign-up.known' : 'sign-in.new');
    byId('sign-in-email').hidden = !newcomer;
    email.required = newcomer;
    password.autocomplete = newcomer ? 'new-password' : 'current-password';
  }

  byId('sign-in-other').addEventListener('click', () => {
    newcomer = !newcomer;
    problem('');
    draw();
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('sign-in-go').disabled = true;
    problem('');
    try {
      if (newcomer) await register();
      await enter();
    } catch (e) {
      problem(e.message);
    } finally {
      byId('sign-in-go').disabled = false;
    }
  });

  async function register() {
    const body = JSON.stringify({ username: name.value, email: email.value, password: password.value });
    const answer = await reached(fetch('/users', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
    }));
    if (!answer.ok) throw new Error(await why(answer));
    newcomer = false;
    draw();
  }

  async function enter() {
    const answer = await reached(session.open(name.value, password.value));
    if (!answer.ok) throw answer.status === WRONG ? new Error(text('sign-in.wrong')) : await refusal(answer);
    form.reset();
    entered();
  }

  return {
    /** @param why it is needed again; empty at first */
    ask(why) {
      draw();
      problem(why);
      name.focus();
    },
  };
}

const problem = (words) => { byId('sign-in-problem').textContent = words; };

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
