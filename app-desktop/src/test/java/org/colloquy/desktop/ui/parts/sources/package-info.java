/// Tests of what answers cite.
@NullMarked
package org.colloquy.desktop.ui.parts.sources;

import org.jspecify.annotations.NullMarked;
