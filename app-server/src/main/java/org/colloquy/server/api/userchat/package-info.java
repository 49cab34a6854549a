/// The user chat API (`/user/...`, `/chat/...`): accounts with access and refresh tokens,
/// conversations with integer ids, answers streamed as plain text.
@NullMarked
package org.colloquy.server.api.userchat;

import org.jspecify.annotations.NullMarked;
