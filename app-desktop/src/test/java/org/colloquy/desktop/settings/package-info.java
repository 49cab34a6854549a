/// Tests of the settings.
@NullMarked
package org.colloquy.desktop.settings;

import org.jspecify.annotations.NullMarked;
