package org.colloquy.server.storage.bucket;

import java.net.URI;
import org.colloquy.server.core.provider.Secret;

/// A bucket of S3-compatible storage, and who asks for it.
///
/// @param endpoint such as `https://s3.eu-north-1.amazonaws.com`, without a path
/// @param prefix that everything of ours begins with: empty, or with a slash at its end
/// @param key the name of the secret, which is no secret itself
public record Bucket(
    URI endpoint, String region, String name, String prefix, String key, Secret secret) {
  /// For people.
  @Override
  public String toString() {
    return "s3://" + name + "/" + prefix + " at " + endpoint.getAuthority();
  }
}
