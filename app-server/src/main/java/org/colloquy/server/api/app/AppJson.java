package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.colloquy.model.Account;
import org.colloquy.model.Activity;
import org.colloquy.model.Key;
import org.colloquy.model.ModelInfo;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Provider;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.conversation.MarkedConversation;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Catalogue;
import org.colloquy.server.core.provider.KnownProviders.KnownProvider;
import org.colloquy.server.core.provider.OwnKey;
import org.colloquy.server.core.provider.Sharing;
import org.jspecify.annotations.Nullable;

/// What the desktop's own API sends.
final class AppJson {
  private AppJson() {}

  /// What is called `CUT_OFF` inside is `cut-off` outside.
  static String word(Enum<?> value) {
    return word(value.name());
  }

  static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Settings are kept as JSON texts, which go out as they are.
  static Map<String, RawValue> settings(Map<String, String> settings) {
    var json = new TreeMap<String, RawValue>();
    settings.forEach((name, value) -> json.put(name, new RawValue(value)));
    return json;
  }

  record ServerJson(String name, String version, AccountJson account) {}

  record AccountJson(
      UUID id,
      long number,
      String username,
      String email,
      String role,
      boolean disabled,
      Instant joinedAt) {
    static AccountJson of(Account account) {
      return new AccountJson(
          account.id().value(),
          account.number(),
          account.username(),
          account.email(),
          word(account.role()),
          account.disabled(),
          account.joinedAt());
    }
  }

  record AccountsJson(List<AccountJson> accounts) {}

  record ConversationJson(
      UUID id,
      long number,
      String title,
      int messageCount,
      Instant createdAt,
      Instant updatedAt,
      @Nullable UUID folder,
      @Nullable UUID agent,
      String memory,
      boolean pinned,
      boolean archived,
      boolean unread,
      List<String> tags,
      @Nullable UUID runningTurn) {
    static ConversationJson of(MarkedConversation marked, Optional<TurnId> running) {
      var conversation = marked.conversation();
      var marks = marked.marks();
      var folder = conversation.folder();
      var agent = conversation.agent();
      return new ConversationJson(
          conversation.id().value(),
          conversation.number(),
          conversation.title(),
          conversation.messageCount(),
          conversation.createdAt(),
          conversation.updatedAt(),
          folder == null ? null : folder.value(),
          agent == null ? null : agent.value(),
          conversation.remembers() ? "on" : "off",
          marks.pinned(),
          marks.archived(),
          marks.unread(),
          marks.tags(),
          running.map(TurnId::value).orElse(null));
    }
  }

  record ConversationsJson(List<ConversationJson> conversations) {}

  record ActivityJson(long number, String kind, String detail, Instant at) {
    static ActivityJson of(Activity activity) {
      return new ActivityJson(activity.number(), activity.kind(), activity.detail(), activity.at());
    }
  }

  record ActivitiesJson(List<ActivityJson> activity) {}

  record ProviderJson(
      UUID id,
      long number,
      String name,
      String kind,
      String address,
      boolean own,
      @Nullable Instant listedAt,
      List<ModelJson> models) {
    static ProviderJson of(Provider provider, Caller caller) {
      return of(provider, caller.account().equals(provider.owner()));
    }

    static ProviderJson ofOwn(Provider provider) {
      return of(provider, true);
    }

    private static ProviderJson of(Provider provider, boolean own) {
      return new ProviderJson(
          provider.id().value(),
          provider.number(),
          provider.name(),
          word(provider.kind()),
          provider.address(),
          own,
          provider.listedAt(),
          provider.models().stream().map(ModelJson::of).toList());
    }
  }

  /// What is not known is null.
  record ModelJson(
      UUID id,
      long number,
      String name,
      String title,
      @Nullable Integer contextWindow,
      @Nullable Integer longestAnswer,
      @Nullable List<String> abilities,
      @Nullable PriceJson price) {
    static ModelJson of(ModelInfo model) {
      var facts = model.facts();
      var abilities = facts.abilities();
      return new ModelJson(
          model.id().value(),
          model.number(),
          model.name(),
          model.title(),
          facts.contextWindow(),
          facts.longestAnswer(),
          abilities == null ? null : abilities.stream().sorted().map(AppJson::word).toList(),
          PriceJson.of(facts.price()));
    }
  }

  /// For a million tokens; the last two are null when they are not known to be others than the
  /// input.
  record PriceJson(
      String currency,
      BigDecimal input,
      BigDecimal output,
      @Nullable BigDecimal cached,
      @Nullable BigDecimal cacheWritten) {
    private static final int MILLIONTHS = 6;

    static @Nullable PriceJson of(@Nullable ModelPrice price) {
      return price == null
          ? null
          : new PriceJson(
              ModelPrice.CURRENCY,
              whole(price.input()),
              whole(price.output()),
              wholeOrNull(price.cached()),
              wholeOrNull(price.cacheWritten()));
    }

    private static @Nullable BigDecimal wholeOrNull(@Nullable Long millionths) {
      return millionths == null ? null : whole(millionths);
    }

    private static BigDecimal whole(long millionths) {
      var plain = BigDecimal.valueOf(millionths, MILLIONTHS).stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
  }

  /// @param usual the id of the model that answers when none is named
  record ProvidersJson(
      List<ProviderJson> providers,
      @Nullable String usual,
      List<CatalogueJson> catalogue,
      String catalogueAsOf,
      String modelsAsOf) {
    static ProvidersJson of(
        List<ProviderJson> providers, @Nullable String usual, Catalogue catalogue) {
      var known = catalogue.providers();
      return new ProvidersJson(
          providers,
          usual,
          known.all().stream().map(CatalogueJson::of).toList(),
          known.asOf().toString(),
          catalogue.models().asOf().toString());
    }
  }

  record CatalogueJson(String name, String kind, String address, String keyPage, boolean needsKey) {
    static CatalogueJson of(KnownProvider known) {
      return new CatalogueJson(
          known.name(), word(known.kind()), known.address(), known.keyPage(), known.needsKey());
    }
  }

  /// @param shared whether others may have models asked with it
  /// @param group null when these are all accounts
  record KeyJson(
      UUID id,
      long number,
      UUID provider,
      String nickname,
      String lastFour,
      Instant createdAt,
      boolean shared,
      @Nullable UUID group) {
    static KeyJson of(Key key) {
      return of(new OwnKey(key, new Sharing.WithNobody()));
    }

    static KeyJson of(OwnKey own) {
      var key = own.key();
      var sharing = own.sharing();
      return new KeyJson(
          key.id().value(),
          key.number(),
          key.provider().value(),
          key.nickname(),
          key.lastFour(),
          key.createdAt(),
          !(sharing instanceof Sharing.WithNobody),
          sharing instanceof Sharing.WithGroup(var group) ? group.value() : null);
    }
  }

  record KeysJson(List<KeyJson> keys) {}

  record ModelNamesJson(List<String> models) {}
}
