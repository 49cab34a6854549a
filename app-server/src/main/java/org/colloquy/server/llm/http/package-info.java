/// HTTP/1.1 to providers over plain blocking sockets: the path that every relayed word takes.
@NullMarked
package org.colloquy.server.llm.http;

import org.jspecify.annotations.NullMarked;
