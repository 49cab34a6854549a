/// Certificates that this program makes itself.
@NullMarked
package org.colloquy.server.security.tls;

import org.jspecify.annotations.NullMarked;
