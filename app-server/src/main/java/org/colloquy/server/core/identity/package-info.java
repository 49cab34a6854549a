/// Accounts, who is asking, and how they prove it.
@NullMarked
package org.colloquy.server.core.identity;

import org.jspecify.annotations.NullMarked;
