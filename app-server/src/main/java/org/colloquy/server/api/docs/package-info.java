/// The description of all APIs in OpenAPI (`/openapi.json`, `/openapi.yaml`) and a page to browse
/// it (`/docs`).
@NullMarked
package org.colloquy.server.api.docs;

import org.jspecify.annotations.NullMarked;
