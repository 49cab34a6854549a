/// Accounts that belong together.
@NullMarked
package org.colloquy.server.core.group;

import org.jspecify.annotations.NullMarked;
