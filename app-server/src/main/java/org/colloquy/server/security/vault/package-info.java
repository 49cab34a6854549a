/// Sealing of secrets, and where the key is that opens them.
@NullMarked
package org.colloquy.server.security.vault;

import org.jspecify.annotations.NullMarked;
