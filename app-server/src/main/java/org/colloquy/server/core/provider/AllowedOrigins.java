package org.colloquy.server.core.provider;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The servers that may be asked although they are not public: what the owner's settings name, and
/// the providers that an owner added. Each is allowed exactly: another port of it is another
/// server.
public final class AllowedOrigins implements Predicate<Origin> {
  private final ProviderStore store;
  private final Set<Origin> named;

  /// @param named addresses that the settings name; well known public ones are not allowed to be
  ///   anywhere else
  public AllowedOrigins(ProviderStore store, Set<String> named) {
    this.store = store;
    this.named =
        named.stream()
            .map(ProviderAddress::normalized)
            .filter(address -> !KnownProviders.OPENAI.address().equals(address))
            .flatMap(address -> origin(address).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean test(Origin origin) {
    return Stream.concat(
            named.stream(),
            store.allowedAddresses().stream().flatMap(address -> origin(address).stream()))
        .anyMatch(origin::equals);
  }

  /// The server at a provider's address.
  static Optional<Origin> origin(String address) {
    return Origin.of(URI.create(address));
  }
}
