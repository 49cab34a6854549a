/// The agents API (`/auth/...`, `/users/...`, `/agents`, `/async_chat`, ...): accounts as FastAPI
/// Users has them, conversations whose ids the client makes up, uploads, and answers over a
/// WebSocket.
@NullMarked
package org.colloquy.server.api.agents;

import org.jspecify.annotations.NullMarked;
