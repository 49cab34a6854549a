/// Tests of the sidebar.
@NullMarked
package org.colloquy.desktop.ui.history;

import org.jspecify.annotations.NullMarked;
