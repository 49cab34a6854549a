/// The page for people who have a browser and not the app (`/web`). It is made of files alone; what
/// it does, it does through our own API.
@NullMarked
package org.colloquy.server.api.web;

import org.jspecify.annotations.NullMarked;
