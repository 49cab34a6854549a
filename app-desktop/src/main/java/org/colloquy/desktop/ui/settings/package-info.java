/// What a person can set.
@NullMarked
package org.colloquy.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
