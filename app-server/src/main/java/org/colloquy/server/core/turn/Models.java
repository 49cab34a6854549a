package org.colloquy.server.core.turn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.core.usage.ModelCall;
import org.jspecify.annotations.Nullable;

/// Finds the model that a person means, and opens the way to it. What it takes is noted.
public final class Models {
  private final Providers providers;
  private final Keys keys;
  private final ChatModels chatModels;
  private final Meter meter;

  public Models(Providers providers, Keys keys, ChatModels chatModels, Meter meter) {
    this.providers = providers;
    this.keys = keys;
    this.chatModels = chatModels;
    this.meter = meter;
  }

  ChosenModel choose(Caller caller, ModelChoice choice) {
    return switch (choice) {
      case ModelChoice.Usual() -> ofOldestKey(caller);
      case ModelChoice.Named(var model, var key) -> named(caller, model, key);
      case ModelChoice.ByNickname(var nickname, var model) when nickname.isBlank() ->
          keyless(caller, model);
      case ModelChoice.ByNickname(var nickname, var model) ->
          ofKey(caller, keys.getByNickname(caller, nickname), model);
      case ModelChoice.ByKeyNumber(var number, var model) ->
          ofKey(caller, keys.getByNumber(caller, number), model);
      case ModelChoice.OfProvider(var provider, var model) -> ofProvider(caller, provider, model);
      case ModelChoice.Called(var name) -> called(caller, name);
      case ModelChoice.OfProviderCalled(var provider, var model) ->
          ofProvider(caller, providerCalled(caller, provider), model);
    };
  }

  /// For an answer that belongs to no conversation.
  ChatModel open(Caller caller, ChosenModel chosen) {
    return metered(caller, chosen, null);
  }

  /// For an answer in this conversation.
  ChatModel open(Caller caller, ChosenModel chosen, ConversationId conversation) {
    return metered(caller, chosen, conversation);
  }

  private ChatModel metered(
      Caller caller, ChosenModel chosen, @Nullable ConversationId conversation) {
    var provider = chosen.provider();
    var key = chosen.key();
    var secret = key == null ? null : keys.open(key, provider);
    var model = chatModels.open(caller, provider, secret);
    if (provider.kind() == ProviderKind.LOCAL) {
      return model; // it makes no tokens
    }
    var facts = facts(chosen);
    var call =
        new ModelCall(
            caller.account(),
            conversation,
            provider.name(),
            chosen.model(),
            key == null ? null : key.id(),
            key == null || !key.owner().equals(caller.account()) ? "" : key.nickname(),
            facts.price());
    return meter.around(model, call, facts);
  }

  /// What is known of a model now, also of one that the provider's list does not have.
  private ModelFacts facts(ChosenModel chosen) {
    return chosen.provider().models().stream()
        .filter(model -> model.name().equals(chosen.model()))
        .map(ModelInfo::facts)
        .findFirst()
        .orElseGet(() -> providers.catalogue().models().of(chosen.provider(), chosen.model()));
  }

  /// The model that answers when nobody names one.
  public Optional<ModelId> usual(Caller caller) {
    var chosen = choose(caller, new ModelChoice.Usual());
    return chosen.provider().models().stream()
        .filter(model -> model.name().equals(chosen.model()))
        .map(ModelInfo::id)
        .findFirst();
  }

  /// The visible providers by number, but first the one that answers when nobody names one: clients
  /// that do not ask take the first.
  public List<Provider> providersUsualFirst(Caller caller) {
    var usual = choose(caller, new ModelChoice.Usual()).provider().id();
    return providers.visible(caller).stream()
        .sorted(Comparator.comparing(provider -> !provider.id().equals(usual)))
        .toList();
  }

  /// All models that the caller sees, each under a name of its own.
  public List<NamedModel> named(Caller caller) {
    return new ModelNames(providers.visible(caller)).all();
  }

  /// The one of these that is called so.
  public NamedModel named(Caller caller, String name) {
    return new ModelNames(providers.visible(caller))
        .find(name)
        .orElseThrow(() -> notFound("model"));
  }

  /// A key may be for a provider that the caller saw only while another key was shared.
  private ChosenModel ofOldestKey(Caller caller) {
    var visible = providers.visible(caller);
    for (var key : keys.usable(caller)) {
      for (var provider : visible) {
        if (provider.id().equals(key.provider()) && !provider.models().isEmpty()) {
          return chosen(provider, provider.models().getFirst(), key);
        }
      }
    }
    return keyless(caller, Providers.BUILT_IN_MODEL);
  }

  private ChosenModel named(Caller caller, ModelId id, @Nullable KeyId keyId) {
    for (var provider : providers.visible(caller)) {
      for (var model : provider.models()) {
        if (model.id().equals(id)) {
          var key =
              keyId == null
                  ? keys.usableFor(caller, provider.id()).orElse(null)
                  : keys.get(caller, keyId);
          return chosen(provider, model, matching(key, provider));
        }
      }
    }
    throw notFound("model");
  }

  private ChosenModel ofKey(Caller caller, Key key, String model) {
    return called(model, providers.get(caller, key.provider()), key);
  }

  /// A model that is not in its provider's list may be a new one: the provider is asked.
  private ChosenModel called(Caller caller, String name) {
    var names = new ModelNames(providers.visible(caller));
    var known = names.find(name);
    if (known.isPresent()) {
      var provider = known.get().provider();
      var key = keys.usableFor(caller, provider.id()).orElse(null);
      return chosen(provider, known.get().model(), key);
    }
    var provider =
        names
            .provider(name)
            .filter(one -> one.kind() != ProviderKind.LOCAL)
            .orElseThrow(() -> notFound("model"));
    return ofProvider(caller, provider.id(), ModelNames.model(name));
  }

  private ProviderId providerCalled(Caller caller, String name) {
    return providers.visible(caller).stream()
        .filter(provider -> provider.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .map(Provider::id)
        .orElseThrow(() -> notFound("provider named " + name));
  }

  /// A provider that was just added has no models until it is asked for them.
  private ChosenModel ofProvider(Caller caller, ProviderId id, String model) {
    var known = providers.get(caller, id);
    boolean asksIt = model.isBlank() && known.models().isEmpty();
    var provider = asksIt ? keys.fetchModels(caller, id, null) : known;
    return called(model, provider, keys.usableFor(caller, id).orElse(null));
  }

  private static ChosenModel called(String model, Provider provider, @Nullable Key key) {
    var wanted = model.strip();
    if (wanted.isEmpty() && provider.models().isEmpty()) {
      throw notFound("model");
    }
    if (wanted.isEmpty()) {
      return chosen(provider, provider.models().getFirst(), key);
    }
    return provider.models().stream()
        .filter(known -> isCalled(known, wanted))
        .findFirst()
        .map(known -> chosen(provider, known, key))
        .orElseGet(() -> new ChosenModel(provider, wanted, wanted, key));
  }

  private ChosenModel keyless(Caller caller, String model) {
    for (var provider : providers.visible(caller)) {
      if (provider.kind() == ProviderKind.LOCAL) {
        for (var known : provider.models()) {
          if (model.isBlank() || isCalled(known, model.strip())) {
            return chosen(provider, known, null);
          }
        }
      }
    }
    throw notFound("key");
  }

  private static boolean isCalled(ModelInfo model, String wanted) {
    return model.name().equalsIgnoreCase(wanted) || model.title().equalsIgnoreCase(wanted);
  }

  private static ChosenModel chosen(Provider provider, ModelInfo model, @Nullable Key key) {
    return new ChosenModel(provider, model.name(), model.title(), key);
  }

  /// A key is sent to its own provider only.
  private static @Nullable Key matching(@Nullable Key key, Provider provider) {
    if (key != null && !key.provider().equals(provider.id())) {
      throw notFound("key");
    }
    return key;
  }

  private static ProblemException notFound(String what) {
    return new ProblemException(new Problem.NotFound(what));
  }
}
