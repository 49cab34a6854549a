/// The databases that hold the rows of tables, one for each conversation.
@NullMarked
package org.colloquy.server.storage.table;

import org.jspecify.annotations.NullMarked;
