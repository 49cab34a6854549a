/// Looking up what researchers published.
@NullMarked
package org.colloquy.server.tool.paper;

import org.jspecify.annotations.NullMarked;
