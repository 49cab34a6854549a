package org.colloquy.server.config;

import java.net.URI;
import org.colloquy.server.core.provider.Secret;

/// A bucket of S3-compatible storage, and who asks for it.
///
/// @param endpoint without a path
/// @param prefix empty, or with a slash at its end
/// @param key the name of the secret
public record BucketConfig(
    URI endpoint, String region, String bucket, String prefix, String key, Secret secret) {}
