package org.colloquy.server.security.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Keys in the data folder, sealed by a key that Argon2id makes of a passphrase.
///
/// Its file reads `argon2id KIBIBYTES PASSES SALT SEALED`.
final class PassphraseKeyPlace implements KeyPlace {
  private static final Pattern FORM =
      Pattern.compile("argon2id (\\d{4,7}) (\\d{1,3}) ([A-Za-z0-9+/=]{16,64}) (2\\.\\S+)\\s*");

  /// Several times the memory and the passes of signing in, which is done often. The library keeps
  /// as much memory for as long as the program runs, so not more.
  private static final int KIBIBYTES = 32_768;

  private static final int PASSES = 8;
  private static final int SALT_BYTES = 16;
  private static final int MOST_KIBIBYTES = 131_072;
  private static final String BOUND = "keys|passphrase";

  private final KeyFile file;
  private final @Nullable Secret passphrase;
  private final SecureRandom random;

  /// @param passphrase null when nobody gave one
  PassphraseKeyPlace(Path path, @Nullable Secret passphrase, SecureRandom random) {
    this.file = new KeyFile(path);
    this.passphrase = passphrase;
    this.random = random;
  }

  @Override
  public boolean isSupported() {
    return passphrase != null;
  }

  @Override
  public Optional<SealingKey> find(String mark) {
    return lines().find(mark);
  }

  @Override
  public void put(SealingKey key) {
    write(lines().with(key));
  }

  @Override
  public void remove(Collection<String> marks) {
    var before = lines();
    var left = before.without(marks);
    if (!left.equals(before)) {
      write(left);
    }
  }

  /// The whole file: the passphrase that opens it may be another one than now.
  @Override
  public void leave(Collection<String> marks) {
    file.remove();
  }

  @Override
  public String where() {
    return "under a passphrase";
  }

  private void write(KeyLines lines) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var sealed = derived(KIBIBYTES, PASSES, salt).seal(lines.text(), BOUND, random);
    var text =
        "argon2id %d %d %s %s%n"
            .formatted(KIBIBYTES, PASSES, Base64.getEncoder().encodeToString(salt), sealed);
    file.write(text.getBytes(US_ASCII));
  }

  private KeyLines lines() {
    var text = file.read();
    if (text.isEmpty()) {
      return KeyLines.NONE;
    }
    var form = FORM.matcher(new String(text.get(), US_ASCII));
    if (!form.matches() || Integer.parseInt(form.group(1)) > MOST_KIBIBYTES) {
      throw file.unusable("is damaged: put the right file back", null);
    }
    var salt = Base64.getDecoder().decode(form.group(3));
    var key = derived(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), salt);
    var sealed = SealedText.parse(form.group(4));
    if (!sealed.mark().equals(key.mark())) {
      throw refused("The passphrase is wrong.");
    }
    return KeyLines.parse(key.open(sealed, BOUND))
        .orElseThrow(() -> file.unusable("is damaged: put the right file back", null));
  }

  private SealingKey derived(int kibibytes, int passes, byte[] salt) {
    if (passphrase == null) {
      throw refused("The keys are under a passphrase, and none was given: see --passphrase-file.");
    }
    var plain = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
    var hash =
        Argon2Function.getInstance(kibibytes, passes, 1, 32, Argon2.ID)
            .hash(plain, salt)
            .getBytes();
    return SealingKey.of(hash).orElseThrow();
  }

  private static ProblemException refused(String why) {
    return new ProblemException(new Problem.Unavailable(why));
  }
}
