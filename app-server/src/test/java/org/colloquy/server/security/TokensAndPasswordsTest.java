package org.colloquy.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensAndPasswordsTest {
  private final SecureRandom random = new SecureRandom();
  private final Token token =
      new Token(
          Token.Kind.REFRESH,
          7,
          new AccountId(new UUID(0, 7)),
          "somebody",
          "the password",
          "abc",
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-01-02T00:00:00Z"));

  @Test
  void readsBackItsOwnTokens() {
    var signer = new JwtTokenSigner(new byte[32]);

    assertThat(signer.read(signer.sign(token))).contains(token);
  }

  @Test
  void carriesTheClaimsThatClientsKnow() {
    var parts = new JwtTokenSigner(new byte[32]).sign(token).split("\\.", -1);

    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains(
            "\"token_type\":\"refresh\"",
            "\"jti\":\"abc\"",
            "\"user_id\":7",
            "\"sub\":\"00000000-0000-0000-0000-000000000007\"",
            "\"exp\":1767312000");
  }

  @Test
  void refusesForgedTokens() {
    var other = new byte[32];
    other[0] = 1;
    var signer = new JwtTokenSigner(new byte[32]);
    var unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    var payload = signer.sign(token).split("\\.", -1)[1];

    assertThat(signer.read(new JwtTokenSigner(other).sign(token))).isEmpty();
    assertThat(signer.read(unsigned + "." + payload + ".")).isEmpty();
    assertThat(signer.read("")).isEmpty();
    assertThat(signer.read("a.b.c")).isEmpty();
  }

  @Test
  void matchesAPasswordWithItsHashOnly() {
    var hasher = new Argon2PasswordHasher(random);
    var hash = hasher.hash("oleSterktPassord123");

    assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    assertThat(hasher.matches("oleSterktPassord123", hash)).isTrue();
    assertThat(hasher.matches("oleSterktPassord124", hash)).isFalse();
    assertThat(hasher.matches("oleSterktPassord123", hasher.unmatchable())).isFalse();
  }

  @Test
  void keepsAKeyInAFileForItsOwnerOnly(@TempDir Path folder) throws IOException {
    var file = folder.resolve("token.key");

    var key = KeyFile.open(file, random);

    assertThat(key).hasSize(32).isEqualTo(KeyFile.open(file, random));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> KeyFile.open(file, random)).isInstanceOf(ProblemException.class);
  }
}
