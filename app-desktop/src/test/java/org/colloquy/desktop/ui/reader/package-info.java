/// Tests of the pages that answers cite.
@NullMarked
package org.colloquy.desktop.ui.reader;

import org.jspecify.annotations.NullMarked;
