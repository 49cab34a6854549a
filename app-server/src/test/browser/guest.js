// A page of an origin that the owner allowed: a web client.

async function visit() {
  await attempt("read", async () => readable(await fetch(`${target}/chats`, { credentials: "include" })));
  await attempt("write", async () =>
    readable(
      await fetch(`${target}/chats/create`, {
        method: "POST",
        body: JSON.stringify({ name: "By a guest" }),
        headers: { "Content-Type": "application/json", "X-User-Id": "1" },
      }),
    ),
  );
  await attempt("refused", async () => readable(await fetch(`${target}/api/conversations`)));
  await report();
}

visit();
