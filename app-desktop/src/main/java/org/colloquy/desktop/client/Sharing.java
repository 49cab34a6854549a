package org.colloquy.desktop.client;

import java.net.URI;
import java.util.List;
import org.colloquy.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/// How the server is shared on its network.
///
/// @param on whether others reach it
/// @param announced whether it is found there by its name
/// @param name what it is called there
/// @param addresses where others find it
/// @param authority what they recognise it by; null until it was shared once
public record Sharing(
    boolean on,
    boolean announced,
    String name,
    List<URI> addresses,
    @Nullable Fingerprint authority) {
  public Sharing {
    addresses = List.copyOf(addresses);
  }
}
