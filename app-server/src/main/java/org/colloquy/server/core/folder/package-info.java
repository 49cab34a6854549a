/// Folders of conversations.
@NullMarked
package org.colloquy.server.core.folder;

import org.jspecify.annotations.NullMarked;
