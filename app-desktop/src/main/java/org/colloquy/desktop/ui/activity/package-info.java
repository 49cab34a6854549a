/// The running table of the open conversation.
@NullMarked
package org.colloquy.desktop.ui.activity;

import org.jspecify.annotations.NullMarked;
