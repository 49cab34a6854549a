/// The desktop's own API (`/api/...`): what our client needs beyond the outside ones. See
/// `docs/app-api.md`.
@NullMarked
package org.colloquy.server.api.app;

import org.jspecify.annotations.NullMarked;
