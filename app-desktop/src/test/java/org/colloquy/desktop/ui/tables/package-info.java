/// Tests of the tables of a conversation.
@NullMarked
package org.colloquy.desktop.ui.tables;

import org.jspecify.annotations.NullMarked;
