// What the pages have in common: they try something, note what came of it, and report at the end.

const parameters = new URLSearchParams(location.search);
const target = parameters.get("target");
const chat = parameters.get("chat");
const home = parameters.get("home");
const PATIENCE = 3000;
const tried = [];

function within(time, promise) {
  return Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("nothing came")), time))]);
}

// Tries something that answers with what it could read: a text, or null for nothing.
async function attempt(name, action) {
  try {
    const read = await within(PATIENCE, action());
    tried.push({ name, read: read || null });
  } catch {
    tried.push({ name, read: null });
  }
}

async function readable(answer) {
  return answer.type === "opaque" ? null : `${answer.status} ${await answer.text()}`;
}

function report() {
  return fetch(`${home}/report`, { method: "POST", mode: "no-cors", body: JSON.stringify(tried) });
}
