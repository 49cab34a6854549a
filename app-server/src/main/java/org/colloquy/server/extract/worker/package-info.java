/// The process that reads one file and ends. Only here are files of strangers taken apart.
@NullMarked
package org.colloquy.server.extract.worker;

import org.jspecify.annotations.NullMarked;
