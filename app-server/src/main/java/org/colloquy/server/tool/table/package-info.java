/// Questions to tables that people gave to a conversation.
@NullMarked
package org.colloquy.server.tool.table;

import org.jspecify.annotations.NullMarked;
