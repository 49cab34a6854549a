/// Objects in a bucket of S3-compatible storage.
@NullMarked
package org.colloquy.server.storage.bucket;

import org.jspecify.annotations.NullMarked;
