/// How others on the network reach this server: a second listener with TLS, and its announcement.
@NullMarked
package org.colloquy.server.sharing;

import org.jspecify.annotations.NullMarked;
