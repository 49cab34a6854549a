// Who is signed in. The access token is in this script's memory only. The one that fetches the next
// is in this tab's memory, so that it outlives a reload; it is good once, and gone with the tab.
const KEPT = 'colloquy.refresh';
const ROUTE = '/api/sessions';
const MISSING = 401;

/** A second tab made of this one has the same token; whoever uses it first tells the other. */
const tabs = new BroadcastChannel('colloquy.session');
tabs.addEventListener('message', ({ data }) => {
  if (data.used === sessionStorage.getItem(KEPT)) keep(data.tokens);
});

let access = '';
let renewing = null;
let ended = () => {};

export const whenEnded = (listener) => { ended = listener; };

export const isOpen = () => sessionStorage.getItem(KEPT) !== null;

/** @returns the answer; the session is open when it is a good one */
export async function open(name, password) {
  const answer = await send(ROUTE, { name, password });
  if (answer.ok) keep(await answer.json());
  return answer;
}

export async function close() {
  if (!access) await renew().catch(() => {});
  const token = access;
  forget();
  if (token) {
    await fetch(`${ROUTE}/current`, { method: 'DELETE', headers: bearer(token) }).catch(() => {});
  }
}

/** Sends a request as whoever is signed in, once more with a new token where the old one has run out. */
export async function authorized(path, request) {
  if (!access) await renew();
  const used = access;
  const answer = await fetch(path, withToken(request));
  if (answer.status !== MISSING) return answer;
  if (access === used) await renew();
  return fetch(path, withToken(request));
}

const withToken = (request) => ({ ...request, headers: { ...request.headers, ...bearer(access) } });

const bearer = (token) => ({ Authorization: `Bearer ${token}` });

function renew() {
  renewing ??= fetchNext().finally(() => { renewing = null; });
  return renewing;
}

async function fetchNext() {
  const used = sessionStorage.getItem(KEPT);
  if (!used) return;
  const answer = await send(`${ROUTE}/refresh`, { refresh: used });
  if (answer.ok) {
    const tokens = await answer.json();
    keep(tokens);
    tabs.postMessage({ used, tokens });
  } else if (answer.status === MISSING) {
    forget();
    ended();
  }
}

function send(path, body) {
  return fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
}

function keep(tokens) {
  access = tokens.access;
  sessionStorage.setItem(KEPT, tokens.refresh);
}

function forget() {
  access = '';
  sessionStorage.removeItem(KEPT);
}
