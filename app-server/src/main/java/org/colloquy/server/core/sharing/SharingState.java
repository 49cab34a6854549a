package org.colloquy.server.core.sharing;

import java.util.List;
import org.colloquy.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/// How others on the network reach this server at the moment.
///
/// @param on whether they can
/// @param announced whether it is announced to the network while they can
/// @param name what it is announced as
/// @param port where it listens for them; null while it does not
/// @param addresses where they find it, such as `https://192.168.1.5:8443`
/// @param fingerprint what they recognise it by; null until it was shared once
public record SharingState(
    boolean on,
    boolean announced,
    String name,
    @Nullable Integer port,
    List<String> addresses,
    @Nullable Fingerprint fingerprint) {
  public SharingState {
    addresses = List.copyOf(addresses);
  }
}
