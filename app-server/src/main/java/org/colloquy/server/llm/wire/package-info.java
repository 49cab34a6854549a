/// What all adapters to providers share: asking, asking again, and putting a streamed reply
/// together.
@NullMarked
package org.colloquy.server.llm.wire;

import org.jspecify.annotations.NullMarked;
