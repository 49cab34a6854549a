package org.colloquy.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.model.AccountId;
import org.colloquy.server.SettableClock;
import org.colloquy.server.core.identity.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensAndPasswordsTest {
  private static final byte[] KEY = new byte[32];
  private static final String CLAIMS =
      """
      {"token_type":"access","user_id":7,"sub":"00000000-0000-0000-0000-000000000007",\
      "jti":"abc","iat":1767225600,"exp":1767312000,"sid":"s"}\
      """;

  private final SecureRandom random = new SecureRandom();
  private final Token token =
      new Token(
          Token.Kind.REFRESH,
          7,
          new AccountId(new UUID(0, 7)),
          3,
          "somebody",
          "the session",
          "abc",
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-01-02T00:00:00Z"));

  @TempDir Path folder;
  private JwtTokenSigner signer;

  @BeforeEach
  void takeOverAKnownKey() throws java.io.IOException {
    java.nio.file.Files.write(folder.resolve("token.key"), KEY);
    signer = new JwtTokenSigner(TokenKeys.inFolder(folder, random, new SettableClock()));
  }

  /// A token as anybody may write it who knows a key.
  private static String written(String header, String claims, byte[] key)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var words = base64(header) + "." + base64(claims);
    var signature = mac.doFinal(words.getBytes(StandardCharsets.US_ASCII));
    return words + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  @Test
  void readsBackItsOwnTokens() {
    assertThat(signer.read(signer.sign(token))).contains(token);
  }

  @Test
  void carriesTheClaimsThatClientsKnow() {
    var parts = signer.sign(token).split("\\.", -1);

    assertThat(decoded(parts[0])).contains("\"alg\":\"HS256\"", "\"kid\":\"1\"");
    assertThat(decoded(parts[1]))
        .contains(
            "\"token_type\":\"refresh\"",
            "\"jti\":\"abc\"",
            "\"user_id\":7",
            "\"sub\":\"00000000-0000-0000-0000-000000000007\"",
            "\"aud\":[\"somebody\"]",
            "\"sid\":\"the session\"",
            "\"version\":3",
            "\"iat\":1767225600",
            "\"exp\":1767312000");
  }

  @Test
  void readsTokensFromBeforeKeysHadNames() throws GeneralSecurityException {
    var old =
        written("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", CLAIMS.replace(",\"sid\":\"s\"", ""), KEY);

    assertThat(signer.read(old)).map(Token::passwordVersion).contains(1L);
    assertThat(signer.read(old)).map(Token::bound).contains("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\",\"kid\":\"1\"}",
        "{\"alg\":\"HS512\",\"kid\":\"1\"}",
        "{\"alg\":\"HS384\",\"kid\":\"1\"}",
        "{\"alg\":\"RS256\",\"kid\":\"1\"}",
        "{\"alg\":\"hs256\",\"kid\":\"1\"}",
        "{\"alg\":7,\"kid\":\"1\"}",
        "{\"kid\":\"1\"}",
        "{\"alg\":\"HS256\",\"kid\":\"2\"}",
        "{\"alg\":\"HS256\",\"kid\":1}",
        "{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}",
        "{\"alg\":\"HS256\",\"kid\":\"1\",\"jku\":\"http://evil.example/keys\"}",
        "{\"alg\":\"HS256\",\"kid\":\"1\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
        "{\"alg\":\"HS256\",\"kid\":\"1\",\"x5u\":\"http://evil.example/\"}",
        "{\"alg\":\"HS256\",\"kid\":\"1\",\"crit\":[\"exp\"]}",
        "[]",
        "{}",
      })
  void takesNothingFromAHeaderButTheNameOfAKeyOfItsOwn(String header)
      throws GeneralSecurityException {
    assertThat(signer.read(written("{\"alg\":\"HS256\",\"kid\":\"1\"}", CLAIMS, KEY))).isPresent();

    assertThat(signer.read(written(header, CLAIMS, KEY))).isEmpty();
    assertThat(signer.read(base64(header) + "." + base64(CLAIMS) + ".")).isEmpty();
  }

  @Test
  void refusesTokensOfOtherKeysAndChangedOnes() throws GeneralSecurityException {
    var other = new byte[32];
    other[0] = 1;
    var parts = signer.sign(token).split("\\.", -1);
    var forged = base64(decoded(parts[1]).replace("\"user_id\":7", "\"user_id\":1"));

    assertThat(signer.read(written("{\"alg\":\"HS256\",\"kid\":\"1\"}", CLAIMS, other))).isEmpty();
    assertThat(signer.read(parts[0] + "." + forged + "." + parts[2])).isEmpty();
    assertThat(signer.read(parts[0] + "." + parts[1] + ".")).isEmpty();
  }

  @Test
  void refusesWhatIsNoTokenAtAll() {
    var chance = new Random(7);
    var good = signer.sign(token);
    for (int i = 0; i < 20_000; i++) {
      var letters = good.toCharArray();
      for (int changes = chance.nextInt(4); changes >= 0; changes--) {
        letters[chance.nextInt(letters.length)] = (char) chance.nextInt(33, 127);
      }
      var changed = new String(letters);
      signer.read(changed).ifPresent(read -> assertThat(read).isEqualTo(token));
    }
    var deep = base64("{\"alg\":" + "[".repeat(100_000));
    for (var text : new String[] {"", ".", "..", "a.b.c", "\u0000", deep + ".e30.AA"}) {
      assertThat(signer.read(text)).isEmpty();
    }
    assertThat(signer.read(base64("{\"alg\":\"HS256\"}") + "." + deep + ".AA")).isEmpty();
  }

  @Test
  void matchesAPasswordWithItsHashOnly() {
    var hasher = new Argon2PasswordHasher(random);
    var hash = hasher.hash("oleSterktPassord123");

    assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
    assertThat(hasher.matches("oleSterktPassord123", hash)).isTrue();
    assertThat(hasher.matches("oleSterktPassord124", hash)).isFalse();
    assertThat(hasher.matches("oleSterktPassord123", hasher.unmatchable())).isFalse();
    assertThat(hasher.unmatchable()).hasSameSizeAs(hash).startsWith(hash.substring(0, 30));
  }

  @Test
  void knowsHashesThatAreEasierThanTodays() {
    var hasher = new Argon2PasswordHasher(random);
    var today = hasher.hash("oleSterktPassord123");

    assertThat(hasher.isWeak(today)).isFalse();
    assertThat(hasher.isWeak(today.replace("m=7168", "m=4096"))).isTrue();
    assertThat(hasher.isWeak(today.replace("t=5", "t=2"))).isTrue();
    assertThat(hasher.isWeak(today.replace("argon2id", "argon2i"))).isTrue();
    assertThat(hasher.isWeak(today.replace("m=7168", "m=65536"))).isFalse();
  }
}
