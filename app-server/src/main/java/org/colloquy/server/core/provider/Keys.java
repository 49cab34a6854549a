package org.colloquy.server.core.provider;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.model.Key;
import org.colloquy.model.KeyId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.model.ProviderId;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.jspecify.annotations.Nullable;

/// The API keys of an account. A secret goes in, and comes out only to be sent to its provider.
public final class Keys {
  private static final int LONGEST_NICKNAME = 100;
  private static final int LONGEST_SECRET = 4096;

  private final KeyStore store;
  private final Providers providers;
  private final SecretBox box;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Keys(
      KeyStore store,
      Providers providers,
      SecretBox box,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.providers = providers;
    this.box = box;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// Oldest first.
  public List<Key> all(Caller caller) {
    return store.all(caller.account());
  }

  /// Oldest first, with whom they are shared.
  public List<OwnKey> owned(Caller caller) {
    return store.owned(caller.account());
  }

  /// Those that models may be asked with: one's own, oldest first, and after them those that are
  /// shared with the caller, of whom nothing is told.
  public List<Key> usable(Caller caller) {
    return Stream.concat(all(caller).stream(), store.sharedWith(caller.account()).stream())
        .toList();
  }

  /// All that are shared by owners of this Colloquy, oldest first.
  public List<SharedKey> shared(Caller caller) {
    caller.require(Scope.ADMIN);
    return store.shared();
  }

  /// Shares a key of an owner of this Colloquy with others, who never see it, or takes it back.
  ///
  /// @throws ProblemException NotFound when the key is not the caller's, or there is no such group
  public OwnKey share(Caller caller, KeyId id, Sharing sharing) {
    caller.require(Scope.ADMIN);
    caller.requirePerson();
    var shared = store.share(caller.account(), id, sharing).orElseThrow(Keys::notFound);
    audit.note(caller.did(Action.KEY_SHARED, id));
    return shared;
  }

  public Key get(Caller caller, KeyId id) {
    return store.find(caller.account(), id).orElseThrow(Keys::notFound);
  }

  public Key getByNumber(Caller caller, long number) {
    return store.findByNumber(caller.account(), number).orElseThrow(Keys::notFound);
  }

  public Key getByNickname(Caller caller, String nickname) {
    return store.findByNickname(caller.account(), nickname).orElseThrow(Keys::notFound);
  }

  /// Keeps a key for a provider. Blanks around a pasted secret are dropped.
  public Key add(Caller caller, ProviderId provider, String nickname, Secret pasted) {
    return keep(caller, providers.get(caller, provider), nickname, pasted);
  }

  /// Keeps a key for a provider that clients know by number.
  public Key addByNumber(Caller caller, long provider, String nickname, Secret pasted) {
    return keep(caller, providers.getByNumber(caller, provider), nickname, pasted);
  }

  /// Keeps a key for OpenAI, for clients that know no other provider.
  public Key addForOpenAi(Caller caller, String nickname, Secret pasted) {
    return keep(caller, providers.openAi(caller), nickname, pasted);
  }

  /// Keeps a key for a server of one's own: adds the provider if it is new and fetches its models
  /// first, so that a wrong address or key is told at once.
  public Key addForAddress(Caller caller, String address, String nickname, Secret pasted) {
    try (var secret = cleaned(pasted)) {
      checkNickname(nickname);
      var provider = providers.addOnce(caller, address);
      return keep(caller, providers.fetchModels(caller, provider, secret), nickname, pasted);
    }
  }

  /// Makes this the account's key under this nickname. The same secret for the same provider stays
  /// the key it is.
  public Key put(Caller caller, Provider provider, String nickname, Secret pasted) {
    var old = store.findByNickname(caller.account(), nickname);
    if (old.isPresent() && holds(old.get(), provider, pasted)) {
      return old.get();
    }
    old.ifPresent(key -> remove(caller, key.id()));
    return keep(caller, provider, nickname, pasted);
  }

  /// Makes this the secret that the account's provider is asked with: its oldest key gets it, or a
  /// new one that is named after the provider.
  public Key putFor(Caller caller, ProviderId id, Secret pasted) {
    var provider = providers.get(caller, id);
    var oldest = firstFor(caller, id);
    if (oldest.isEmpty()) {
      return keep(caller, provider, freeNickname(caller, provider.name()), pasted);
    }
    var key = oldest.get();
    try (var secret = cleaned(pasted)) {
      var sealed = box.seal(secret, key.owner(), bound(key.id(), key.owner(), provider.address()));
      var changed =
          store
              .changeSecret(key.owner(), key.id(), secret.lastFour(), sealed)
              .orElseThrow(Keys::notFound);
      audit.note(caller.did(Action.KEY_CHANGED, key.id()));
      return changed;
    }
  }

  private String freeNickname(Caller caller, String name) {
    var nickname = name;
    for (int i = 2; store.findByNickname(caller.account(), nickname).isPresent(); i++) {
      nickname = name + " " + i;
    }
    return nickname;
  }

  private boolean holds(Key key, Provider provider, Secret pasted) {
    if (!key.provider().equals(provider.id())) {
      return false;
    }
    try (var kept = open(key, provider);
        var secret = cleaned(pasted)) {
      return kept.sameAs(secret);
    } catch (ProblemException e) {
      return false; // sealed for another address, or by a key that is gone
    }
  }

  public void remove(Caller caller, KeyId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
    audit.note(caller.did(Action.KEY_REMOVED, id));
  }

  /// Asks the key's provider for its models and keeps those, unless it is somebody else's.
  public Provider test(Caller caller, KeyId id) {
    return fetchModels(caller, get(caller, id));
  }

  private Provider fetchModels(Caller caller, Key key) {
    var provider = providers.get(caller, key.provider());
    try (var secret = open(key, provider)) {
      return providers.fetchModels(caller, provider, secret);
    }
  }

  /// Asks a provider for its models with a secret that is not kept.
  public List<String> tryOut(Caller caller, ProviderId id, Secret pasted) {
    var provider = providers.get(caller, id);
    try (var secret = cleaned(pasted)) {
      return providers.tryModels(provider, secret);
    }
  }

  /// Fetches a provider's models anew, with this key or else the one that it is asked with. Those
  /// of somebody else's provider stay as they are.
  public Provider fetchModels(Caller caller, ProviderId id, @Nullable KeyId chosen) {
    var key = chosen == null ? usableFor(caller, id) : Optional.of(get(caller, chosen));
    if (key.isPresent()) {
      return fetchModels(caller, key.get());
    }
    return providers.fetchModels(caller, providers.get(caller, id), null);
  }

  /// The account's oldest key for a provider.
  public Optional<Key> firstFor(Caller caller, ProviderId provider) {
    return all(caller).stream().filter(key -> key.provider().equals(provider)).findFirst();
  }

  /// The key that a provider is asked with: the account's oldest for it, else the oldest that is
  /// shared with the account.
  public Optional<Key> usableFor(Caller caller, ProviderId provider) {
    return usable(caller).stream().filter(key -> key.provider().equals(provider)).findFirst();
  }

  /// The secret of a key, for its provider only. Close it after use.
  public Secret open(Key key, Provider provider) {
    var sealed = store.sealed(key.id()).orElseThrow(Keys::notFound);
    return box.open(sealed, key.owner(), bound(key.id(), key.owner(), provider.address()));
  }

  private Key keep(Caller caller, Provider provider, String nickname, Secret pasted) {
    checkNickname(nickname);
    var id = new KeyId(ids.next());
    try (var secret = cleaned(pasted)) {
      var sealed =
          box.seal(secret, caller.account(), bound(id, caller.account(), provider.address()));
      var added =
          store.add(
              new NewKey(
                  id,
                  caller.account(),
                  provider.id(),
                  nickname.strip(),
                  secret.lastFour(),
                  sealed,
                  clock.instant()));
      audit.note(caller.did(Action.KEY_ADDED, id));
      return added;
    }
  }

  private static void checkNickname(String nickname) {
    new Rules().filled(nickname, "nickname", LONGEST_NICKNAME).check();
  }

  private static Secret cleaned(Secret pasted) {
    var secret = pasted.stripped();
    new Rules()
        .expect(!secret.isEmpty(), "secret", "This field may not be blank.")
        .expect(secret.length() <= LONGEST_SECRET, "secret", "This is too long to be a key.")
        .expect(secret.isPrintable(), "secret", "A key has no blanks or special characters in it.")
        .check();
    return secret;
  }

  /// A sealed key opens only for the account and the address it was given for.
  static String bound(KeyId id, AccountId owner, String address) {
    return "key|" + id + "|" + owner + "|" + address;
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("key"));
  }
}
