/// Questions to tables that people gave to a conversation, and plots of them.
@NullMarked
package org.colloquy.server.tool.table;

import org.jspecify.annotations.NullMarked;
