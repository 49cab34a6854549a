/// Whether others on the network may reach this server, and how they find and recognise it.
@NullMarked
package org.colloquy.server.core.sharing;

import org.jspecify.annotations.NullMarked;
