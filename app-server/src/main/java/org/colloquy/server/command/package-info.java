/// What whoever runs a server does from the command line: one more face over the core, made of
/// words instead of HTTP. It works on a folder that nobody uses, and through a socket in the folder
/// while a server runs.
@NullMarked
package org.colloquy.server.command;

import org.jspecify.annotations.NullMarked;
