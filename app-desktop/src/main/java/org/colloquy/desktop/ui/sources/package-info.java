/// The sources of the answer that is looked at.
@NullMarked
package org.colloquy.desktop.ui.sources;

import org.jspecify.annotations.NullMarked;
