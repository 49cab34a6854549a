package org.colloquy.server.security.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.provider.DataKey;
import org.colloquy.server.core.provider.DataKeyStore;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.provider.SecretBox;

/// Seals secrets in two steps: each with the data key of its account, and that with a master key,
/// which is not where the secrets are. So a new master key means sealing a few data keys anew, and
/// an account's secrets are gone with its data key.
public final class Vault implements SecretBox {
  private final MasterKeys masters;
  private final DataKeyStore store;
  private final InstantSource clock;
  private final SecureRandom random;

  public Vault(MasterKeys masters, DataKeyStore store, InstantSource clock, SecureRandom random) {
    this.masters = masters;
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String seal(Secret secret, AccountId owner, String bound) {
    var plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      return dataKey(owner).seal(plain, bound, random);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Secret open(String sealed, AccountId owner, String bound) {
    var text = SealedText.parse(sealed);
    var key =
        text.version() == SealedText.OLD ? masters.get(text.mark()) : dataKey(owner, text.mark());
    return secret(key.open(text, bound));
  }

  @Override
  public boolean isOutdated(String sealed) {
    return sealed.startsWith(SealedText.OLD + ".");
  }

  private static Secret secret(byte[] plain) {
    var characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(plain));
    try {
      return Secret.of(characters);
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(characters.array(), '\0');
    }
  }

  private SealingKey dataKey(AccountId owner, String mark) {
    return store.of(owner).stream()
        .filter(key -> key.mark().equals(mark))
        .findFirst()
        .map(key -> opened(key, masters.get(masterOf(key))))
        .orElseThrow(SealedText::damaged);
  }

  /// The data key to seal with: one that can be opened, else a new one.
  private SealingKey dataKey(AccountId owner) {
    for (var key : store.of(owner)) {
      var master = masters.find(masterOf(key));
      if (master.isPresent()) {
        return opened(key, master.get());
      }
    }
    var fresh = SealingKey.random(random);
    store.add(
        new DataKey(
            owner,
            fresh.mark(),
            masters.forSealing().seal(fresh.bytes(), bound(owner, fresh.mark()), random),
            clock.instant()));
    return fresh;
  }

  private static SealingKey opened(DataKey key, SealingKey master) {
    var bytes = master.open(SealedText.parse(key.sealed()), bound(key.owner(), key.mark()));
    try {
      return SealingKey.of(bytes).orElseThrow(SealedText::damaged);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static String masterOf(DataKey key) {
    return SealedText.parse(key.sealed()).mark();
  }

  private static String bound(AccountId owner, String mark) {
    return "data-key|" + mark + "|" + owner;
  }

  /// Makes the first master key, unless there was one. For several servers: none of them makes
  /// another one then.
  public void begin() {
    if (masters.current().isEmpty()) {
      masters.forSealing();
    }
  }

  /// Takes over the key that older versions kept in the data folder.
  public void adoptOld() {
    masters.adoptOld();
  }

  /// Seals everything with a new master key, and forgets the old one where nothing needs it any
  /// more. A process that dies in the middle leaves what [#finish] can finish.
  ///
  /// @param outdated what older versions sealed and is still like that
  public void renew(KeyPlaces.Kind kind, KeyPlaces there, Collection<String> outdated) {
    masters.renew(kind, there);
    finish(outdated);
  }

  /// Finishes a change of the master key that was begun, as far as the keys for it are there.
  ///
  /// @param outdated what older versions sealed and is still like that
  public void finish(Collection<String> outdated) {
    if (!masters.areUnfinished()) {
      return;
    }
    rewrap(masters.get(masters.current().orElseThrow()));
    var used = new HashSet<String>();
    store.all().forEach(key -> used.add(masterOf(key)));
    outdated.forEach(sealed -> used.add(SealedText.parse(sealed).mark()));
    masters.finish(used);
  }

  private void rewrap(SealingKey master) {
    var changed = new ArrayList<DataKey>();
    for (var key : store.all()) {
      if (!masterOf(key).equals(master.mark())) {
        rewrapped(key, master).ifPresent(changed::add);
      }
    }
    if (!changed.isEmpty()) {
      store.replace(changed);
    }
  }

  /// Empty when its old master key is lost: then it stays as it is.
  private Optional<DataKey> rewrapped(DataKey key, SealingKey master) {
    return masters
        .find(masterOf(key))
        .map(old -> {
          var plain = opened(key, old).bytes();
          try {
            var sealed = master.seal(plain, bound(key.owner(), key.mark()), random);
            return new DataKey(key.owner(), key.mark(), sealed, key.madeAt());
          } finally {
            Arrays.fill(plain, (byte) 0);
          }
        });
  }
}
