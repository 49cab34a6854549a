/// What is told to a collector of traces, when somebody names one: how long requests, turns and
/// calls of models take, and how they hang together. Nothing here is loaded otherwise.
@NullMarked
package org.colloquy.server.tracing;

import org.jspecify.annotations.NullMarked;
