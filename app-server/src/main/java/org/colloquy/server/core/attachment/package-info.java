/// Files that belong to conversations.
@NullMarked
package org.colloquy.server.core.attachment;

import org.jspecify.annotations.NullMarked;
