/// Tests of the page with the sources of an answer.
@NullMarked
package org.colloquy.desktop.ui.sources;

import org.jspecify.annotations.NullMarked;
