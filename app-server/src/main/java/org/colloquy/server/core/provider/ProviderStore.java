package org.colloquy.server.core.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;

/// Keeps providers and their models.
public interface ProviderStore {
  /// Adds a provider with its models, in this order.
  Provider add(NewProvider provider, List<NewModel> models);

  /// Those everybody sees and the account's own, by number.
  List<Provider> visible(AccountId account);

  /// One of [#visible].
  Optional<Provider> find(AccountId account, ProviderId id);

  /// One of [#visible].
  Optional<Provider> findByNumber(AccountId account, long number);

  /// Those everybody sees, by number.
  List<Provider> everybodys();

  /// The addresses of those that owners added where the public is not.
  List<String> allowedAddresses();

  /// Changes the address of one that everybody sees.
  void changeAddress(ProviderId id, String address);

  /// Makes the provider's models these: known names keep id and number, new ones are added in this
  /// order, others go.
  ///
  /// @param listedAt when the provider was asked for them
  Provider replaceModels(ProviderId id, List<NewModel> models, Instant listedAt);

  /// Whether a server at this address was found before.
  boolean wasFound(String address);

  /// Remembers that a server at this address was found.
  void found(String address);

  /// Removes one of the account's own, with its models and keys; false when it is not there.
  boolean remove(AccountId owner, ProviderId id);
}
