/// Reading files that people gave to a conversation.
@NullMarked
package org.colloquy.server.tool.file;

import org.jspecify.annotations.NullMarked;
