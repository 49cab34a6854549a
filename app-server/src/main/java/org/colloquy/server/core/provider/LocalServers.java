package org.colloquy.server.core.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.identity.Caller;

/// Servers of models on this computer: finds those that run, and adds each of them once. No key is
/// ever sent to them, and nobody hears of those that are not there.
public final class LocalServers {
  /// Where they usually are.
  public static final List<Place> USUAL =
      List.of(
          new Place("Ollama", ProviderKind.OLLAMA, "http://localhost:11434/api"),
          new Place("LM Studio", ProviderKind.OPENAI_CHAT, "http://localhost:1234/v1"),
          new Place("llama.cpp", ProviderKind.OPENAI_CHAT, "http://localhost:8080/v1"));

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

  private final ProviderStore store;
  private final Providers providers;
  private final ModelLister lister;
  private final List<Place> places;

  /// @param lister reaches nothing but these places
  public LocalServers(
      ProviderStore store, Providers providers, ModelLister lister, List<Place> places) {
    this.store = store;
    this.providers = providers;
    this.lister = lister;
    this.places = List.copyOf(places);
  }

  /// Where one may be.
  ///
  /// @param name what it is called when it is there
  /// @param address on this computer
  public record Place(String name, ProviderKind kind, String address) {
    /// The server at this place.
    public Origin origin() {
      return Origin.of(URI.create(address)).orElseThrow();
    }
  }

  /// Adds what is found for this caller. What was added before is not even asked: who removed it
  /// does not want it.
  public void look(Caller caller) {
    for (var place : places) {
      if (store.wasFound(place.address())) {
        continue;
      }
      if (isAdded(caller, place)) {
        store.found(place.address());
      } else {
        ask(caller, place);
      }
    }
  }

  private boolean isAdded(Caller caller, Place place) {
    return providers.visible(caller).stream()
        .flatMap(provider -> Origin.of(URI.create(provider.address())).stream())
        .anyMatch(origin -> HERE.contains(origin.host()) && origin.port() == place.origin().port());
  }

  private void ask(Caller caller, Place place) {
    List<ListedModel> models;
    try {
      models = lister.list(asProvider(caller, place), null);
    } catch (ProblemException _) {
      return; // nobody is there, or somebody else
    }
    if (!models.isEmpty()) {
      var added = providers.add(caller, place.name(), place.address(), place.kind());
      providers.keep(added, models);
      store.found(place.address());
    }
  }

  private static Provider asProvider(Caller caller, Place place) {
    return new Provider(
        new ProviderId(caller.account().value()),
        0,
        caller.account(),
        place.name(),
        place.kind(),
        place.address(),
        List.of(),
        Instant.EPOCH);
  }
}
