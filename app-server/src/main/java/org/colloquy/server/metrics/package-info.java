/// What is counted and timed for whoever watches over the server, in the form of Prometheus.
@NullMarked
package org.colloquy.server.metrics;

import org.jspecify.annotations.NullMarked;
