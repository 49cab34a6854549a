/// What people began to write.
@NullMarked
package org.colloquy.server.core.draft;

import org.jspecify.annotations.NullMarked;
