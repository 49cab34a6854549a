/// Conversations and the tree of their messages.
@NullMarked
package org.colloquy.server.core.conversation;

import org.jspecify.annotations.NullMarked;
