// What the scripts share. A script is called with the server's address first; it ends well or throws.

const PATIENCE = 60_000;

setTimeout(() => {
  console.error('this takes too long');
  process.exit(1);
}, PATIENCE).unref();

/** The server's address and whatever else the test passed. */
export const [server, ...given] = process.argv.slice(2).map(decodeURIComponent);

/** Tells the test something, which may let the model go on. */
export function tell(what) {
  console.log(what);
}

/** Sends JSON and gives back what was answered. */
export async function send(method, path, body, token) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const answer = await fetch(server + path, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}
