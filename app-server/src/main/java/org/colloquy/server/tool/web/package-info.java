/// Searches the web and reads pages, without being led to what is not public.
@NullMarked
package org.colloquy.server.tool.web;

import org.jspecify.annotations.NullMarked;
