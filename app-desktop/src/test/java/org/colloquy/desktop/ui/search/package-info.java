/// Promises of the search.
@NullMarked
package org.colloquy.desktop.ui.search;

import org.jspecify.annotations.NullMarked;
