/// The visible log of a conversation.
@NullMarked
package org.colloquy.server.core.activity;

import org.jspecify.annotations.NullMarked;
