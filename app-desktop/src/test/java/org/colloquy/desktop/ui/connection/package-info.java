/// Tests of the connection to other servers.
@NullMarked
package org.colloquy.desktop.ui.connection;

import org.jspecify.annotations.NullMarked;
