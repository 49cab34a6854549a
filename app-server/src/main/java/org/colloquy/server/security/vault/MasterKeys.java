package org.colloquy.server.security.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that seal the keys which seal secrets. They are not in the data folder; what that knows
/// of them is its [Sealing].
///
/// A key is found by its mark, which everything sealed names. So several can be there at once: the
/// one that seals, and those that still have to open something. What only a lost one opens is left
/// as it is, until that key is back.
public final class MasterKeys {
  private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);
  private static final int NAME_BYTES = 8;

  private final SecureRandom random;
  private final SealingFile file;
  private final Path data;
  private final Map<String, SealingKey> known = new HashMap<>();
  private KeyPlaces places;
  private @Nullable Sealing sealing;

  /// Looks nowhere yet: the data folder may not be ours before something is asked for.
  public MasterKeys(KeyPlaces places, SecureRandom random) {
    this.places = places;
    this.random = random;
    this.data = places.data();
    this.file = new SealingFile(data.resolve("sealing.properties"));
  }

  /// Whether a passphrase is needed to open what was sealed in a folder.
  public static boolean wantPassphrase(Path data) {
    return new SealingFile(data.resolve("sealing.properties"))
        .read()
        .filter(sealing -> sealing.place() instanceof Place.Passphrase)
        .isPresent();
  }

  /// Empty when nothing was ever sealed.
  synchronized Optional<Sealing> sealing() {
    if (sealing == null) {
      sealing = file.read().orElse(null);
    }
    return Optional.ofNullable(sealing);
  }

  synchronized Sealing write(Sealing changed) {
    file.write(changed);
    sealing = changed;
    return changed;
  }

  private KeyPlace place(Sealing now) {
    return places.at(places.now(now.place()), now.name());
  }

  /// The key with this mark; empty when it is not where it should be.
  ///
  /// @throws ProblemException Unavailable when that place cannot be looked at
  synchronized Optional<SealingKey> find(String mark) {
    var key = known.get(mark);
    if (key != null) {
      return Optional.of(key);
    }
    if (sealing().filter(now -> now.marks().contains(mark)).isEmpty()) {
      sealing = null; // another server may have made it meanwhile
    }
    var found =
        sealing()
            .filter(now -> now.marks().contains(mark))
            .flatMap(now -> place(now).find(mark))
            .or(() -> old().find(mark));
    found.ifPresent(it -> known.put(mark, it));
    return found;
  }

  /// @throws ProblemException Unavailable when it is not where it should be
  synchronized SealingKey get(String mark) {
    return find(mark).orElseThrow(this::missing);
  }

  /// The mark of the key that seals; empty when there was never one.
  synchronized Optional<String> current() {
    return sealing().map(Sealing::current);
  }

  /// Whether nothing has to be entered again: no key was ever needed, or it is where it should be.
  public synchronized boolean areIntact() {
    try {
      return current().map(mark -> find(mark).isPresent()).orElse(true);
    } catch (ProblemException _) {
      return false;
    }
  }

  /// The key to seal with. Made when there was none, and when it is gone: then somebody enters
  /// secrets again, and what the lost one sealed stays for the day it is found.
  synchronized SealingKey forSealing() {
    var now = sealing();
    if (now.isEmpty()) {
      return first();
    }
    var key = find(now.get().current());
    if (key.isPresent()) {
      return key.get();
    }
    LOG.warn("the key that seals is lost; secrets are sealed with a new one from now on");
    return add(now.get(), place(now.get()));
  }

  private SealingKey first() {
    var bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    var name = HexFormat.of().formatHex(bytes);
    var key = SealingKey.random(random);
    var place = places.putFirst(key, name, random);
    write(new Sealing(name, place, List.of(key.mark()), Optional.empty(), Optional.empty()));
    known.put(key.mark(), key);
    LOG.info("secrets are sealed by a key {}", places.at(place, name).where());
    return key;
  }

  private SealingKey add(Sealing now, KeyPlace place) {
    var key = SealingKey.random(random);
    place.put(key);
    known.put(key.mark(), key);
    write(now.withCurrent(key.mark()));
    return key;
  }

  /// Takes over the key that older versions kept in the data folder itself.
  synchronized void adoptOld() {
    if (old().isEmpty()) {
      return;
    }
    var key = old().keys().getFirst();
    forSealing();
    var now = sealing().orElseThrow();
    place(now).put(key);
    known.put(key.mark(), key);
    if (!now.marks().contains(key.mark())) {
      write(now.withMarks(Stream.concat(now.marks().stream(), Stream.of(key.mark())).toList()));
    }
    oldFile().remove();
    LOG.info("the key of the data folder was moved: it is {} now", place(now).where());
  }

  private KeyFile oldFile() {
    return new KeyFile(data.resolve("secret.key"));
  }

  private KeyLines old() {
    return oldFile().read().flatMap(KeyLines::parse).orElse(KeyLines.NONE);
  }

  /// Makes a new key the one that seals, at a place of these. Everything sealed by others still
  /// opens.
  synchronized void renew(KeyPlaces.Kind kind, KeyPlaces there) {
    var now = sealing().orElseGet(this::begun);
    get(now.current());
    if (now.leaving().isPresent()) {
      throw refused(
          "The keys could not yet be removed %s; start Colloquy where that can be used."
              .formatted(places.at(now.leaving().get(), now.name()).where()));
    }
    var target = there.target(kind, now, random);
    var key = SealingKey.random(random);
    var place = there.at(target, now.name());
    place.put(key);
    if (!target.equals(places.now(now.place()))) {
      now.marks().forEach(mark -> find(mark).ifPresent(place::put));
    }
    known.put(key.mark(), key);
    write(DatabasePassword.resealed(now, key, this).movedTo(target).withCurrent(key.mark()));
    places = there;
  }

  private Sealing begun() {
    first();
    return sealing().orElseThrow();
  }

  /// Whether keys or places have to be left behind.
  synchronized boolean areUnfinished() {
    return sealing().filter(Sealing::isUnfinished).isPresent();
  }

  /// Forgets the keys that nothing is sealed by any more, and the place they were moved from.
  ///
  /// @param used the marks that something sealed names
  synchronized void finish(Collection<String> used) {
    var now = sealing().orElseThrow();
    if (now.leaving().isPresent()) {
      places.at(now.leaving().get(), now.name()).leave(now.marks());
      now = write(now.left());
    }
    var current = now.current();
    var left =
        now.marks().stream().filter(mark -> mark.equals(current) || used.contains(mark)).toList();
    var gone = now.marks().stream().filter(mark -> !left.contains(mark)).toList();
    if (!gone.isEmpty()) {
      place(now).remove(gone);
      write(now.withMarks(left));
    }
  }

  /// Where they are, as the end of a sentence.
  public synchronized String where() {
    return sealing().map(now -> place(now).where()).orElse("there yet");
  }

  private ProblemException missing() {
    return refused(
        "The key that opens the stored API keys is not %s. Put it back, or enter your API keys again."
            .formatted(where()));
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
