/// What is generally known of providers and models, from files and from providers' own lists.
@NullMarked
package org.colloquy.server.llm.catalogue;

import org.jspecify.annotations.NullMarked;
