/// Tools of servers that speak the Model Context Protocol.
@NullMarked
package org.colloquy.server.tool.mcp;

import org.jspecify.annotations.NullMarked;
