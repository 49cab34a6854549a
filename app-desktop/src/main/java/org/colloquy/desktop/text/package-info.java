/// Every text that people read, by place, in each language.
@NullMarked
package org.colloquy.desktop.text;

import org.jspecify.annotations.NullMarked;
