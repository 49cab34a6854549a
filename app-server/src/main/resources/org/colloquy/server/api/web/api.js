// The server's API, as functions.
import { authorized } from './session.js';
import { text, textOr } from './texts.js';

/** The server said no, and why. */
export class Refused extends Error {
  constructor(status, problem) {
    super(sentence(problem));
    this.status = status;
    this.problem = problem;
  }
}

/** The server was not reached. */
export class Unreachable extends Error {
  constructor() {
    super(text('problem.no-answer'));
  }
}

/** A problem in the reader's language. */
export function sentence(problem) {
  if (problem.problem === 'upstream') {
    return textOr(`problem.upstream.${problem.fault}`, problem.sentence, problem.provider);
  }
  if (problem.problem === 'invalid') {
    return [text('problem.invalid'), ...problem.faults.map((fault) => fault.why)].join(' ');
  }
  return textOr(`problem.${problem.problem}`, problem.sentence ?? text('problem.internal'));
}

/**
 * Sends a request and answers as soon as the head of the answer is there.
 *
 * @param how {signal, keepalive} as for `fetch`
 */
export async function open(method, path, body, how = {}) {
  const form = body instanceof FormData;
  const headers = body && !form ? { 'Content-Type': 'application/json' } : {};
  const sent = form ? body : JSON.stringify(body);
  let answer;
  try {
    answer = await authorized(path, { ...how, method, headers, body: sent });
  } catch (e) {
    if (how.signal?.aborted) throw e;
    throw new Unreachable();
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

export async function refusal(answer) {
  return new Refused(answer.status, await answer.json().catch(() => ({})));
}

async function call(method, path, body, how) {
  const answer = await open(method, path, body, how);
  try {
    return answer.status === 204 ? null : await answer.json();
  } catch {
    throw new Unreachable();
  }
}

const conversation = (id) => `/api/conversations/${id}`;

export const server = () => call('GET', '/api/server');
export const providers = () => call('GET', '/api/providers');
export const agents = async () => (await call('GET', '/api/agents')).agents;

export const conversations = async () => (await call('GET', '/api/conversations')).conversations;
export const create = () => call('POST', '/api/conversations', {});
export const change = (id, what) => call('PATCH', conversation(id), what);
export const remove = (id) => call('DELETE', conversation(id));
export const restore = (id) => call('POST', `${conversation(id)}/restore`, {});

/** @param format `markdown`, `html`, `pdf` or `json`, which has all branches */
export const exportPath = (id, format) =>
  `${conversation(id)}/export?format=${format}${format === 'json' ? '&branches=all' : ''}`;

export const messages = (id) => call('GET', `${conversation(id)}/messages`);
export const branch = (id, message) => call('POST', `${conversation(id)}/branch`, { message });
export const sources = async (id) => (await call('GET', `${conversation(id)}/sources`)).sources;

export const files = async (id) => (await call('GET', `${conversation(id)}/files`)).files;
export const filePath = (file) => `/api/files/${file}`;
export const page = (file, number) => call('GET', `/api/files/${file}/pages/${number}`);

/** @returns a page as a picture that can be drawn */
export async function pagePicture(file, number, width) {
  const answer = await open('GET', `/api/files/${file}/pages/${number}/image?width=${width}`);
  return createImageBitmap(await answer.blob());
}

export const removeFile = (id, file) => call('DELETE', `${conversation(id)}/files/${file}`);
export function upload(id, file) {
  const form = new FormData();
  form.append('file', file, file.name);
  return call('POST', `${conversation(id)}/files`, form);
}

export const drafts = async () => (await call('GET', '/api/drafts')).drafts;
export const keepDraft = (id, draft, how) => call('PUT', '/api/drafts', { conversation: id, ...draft }, how);

export const ask = (id, question, signal) => open('POST', `${conversation(id)}/turns`, question, { signal });
export const rejoin = (turn, after, signal) => open('GET', `/api/turns/${turn}?after=${after}`, undefined, { signal });
export const cancel = (turn) => call('POST', `/api/turns/${turn}/cancel`, {});
export const decide = (turn, decision) => call('POST', `/api/turns/${turn}/approvals`, decision);
