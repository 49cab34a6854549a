/// Servers of tools that people added, spoken to by the Model Context Protocol.
@NullMarked
package org.colloquy.server.core.mcp;

import org.jspecify.annotations.NullMarked;
