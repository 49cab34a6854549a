package org.colloquy.server.core.turn;

import java.util.Optional;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;
import org.colloquy.model.ModelId;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Keys;
import org.colloquy.server.core.provider.Providers;
import org.jspecify.annotations.Nullable;

/// Finds the model that a person means, and opens the way to it.
public final class Models {
  private final Providers providers;
  private final Keys keys;
  private final ChatModels chatModels;

  public Models(Providers providers, Keys keys, ChatModels chatModels) {
    this.providers = providers;
    this.keys = keys;
    this.chatModels = chatModels;
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
    };
  }

  ChatModel open(Caller caller, ChosenModel chosen) {
    var key = chosen.key();
    if (key == null) {
      return chatModels.open(caller, chosen.provider(), null);
    }
    return chatModels.open(caller, chosen.provider(), keys.open(key, chosen.provider()));
  }

  /// The model that answers when nobody names one.
  public Optional<ModelId> usual(Caller caller) {
    var chosen = choose(caller, new ModelChoice.Usual());
    return chosen.provider().models().stream()
        .filter(model -> model.name().equals(chosen.model()))
        .map(ModelInfo::id)
        .findFirst();
  }

  private ChosenModel ofOldestKey(Caller caller) {
    for (var key : keys.all(caller)) {
      var provider = providers.get(caller, key.provider());
      if (!provider.models().isEmpty()) {
        return chosen(provider, provider.models().getFirst(), key);
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
                  ? keys.firstFor(caller, provider.id()).orElse(null)
                  : keys.get(caller, keyId);
          return chosen(provider, model, matching(key, provider));
        }
      }
    }
    throw notFound("model");
  }

  private ChosenModel ofKey(Caller caller, Key key, String model) {
    var provider = providers.get(caller, key.provider());
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
