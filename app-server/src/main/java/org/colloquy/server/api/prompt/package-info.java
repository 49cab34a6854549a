/// The prompt API (`/prompt`, `/conversation/{id}`): no login, questions in the query, and the
/// whole turn of an assistant with tools as one answer.
@NullMarked
package org.colloquy.server.api.prompt;

import org.jspecify.annotations.NullMarked;
