package org.colloquy.server.security;

import io.helidon.common.Errors;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtException;
import io.helidon.security.jwt.JwtHeaders;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkOctet;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.Token;
import org.colloquy.server.core.identity.TokenSigner;

/// Writes tokens as JSON web tokens signed with HS256. They carry the claims of every kind of
/// client at once: `token_type`, `exp`, `iat`, `jti`, `user_id` as Django's simplejwt has them,
/// `sub` as everybody else has it, `version`, `aud` where there is one, `sid` for tokens of a
/// session, and `bound_to` for others that are good only as long as something stays as it is.
///
/// The algorithm and the keys are ours: a header can name one of them, and nothing else.
public final class JwtTokenSigner implements TokenSigner {
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
  private static final String ACCOUNT = "user_id";
  private static final String KIND = "token_type";
  private static final String VERSION = "version";
  private static final String SESSION = "sid";
  private static final String BOUND = "bound_to";

  private final TokenKeys keys;

  public JwtTokenSigner(TokenKeys keys) {
    this.keys = keys;
  }

  @Override
  public String sign(Token token) {
    var key = keys.newest();
    var jwt =
        Jwt.builder()
            .algorithm(JwkOctet.ALG_HS256)
            .keyId(key.keyId())
            .type("JWT")
            .addPayloadClaim(KIND, word(token.kind()))
            .expirationTime(token.expiresAt())
            .issueTime(token.issuedAt())
            .jwtId(token.id())
            .subject(token.subject().toString())
            .addPayloadClaim(ACCOUNT, token.account())
            .addPayloadClaim(VERSION, token.passwordVersion());
    if (!token.audience().isEmpty()) {
      jwt.addAudience(token.audience());
    }
    if (!token.bound().isEmpty()) {
      jwt.addPayloadClaim(token.kind().isOfASession() ? SESSION : BOUND, token.bound());
    }
    return SignedJwt.sign(jwt.build(), key).tokenContent();
  }

  @Override
  public Optional<Token> read(String text) {
    try {
      var headers = JwtHeaders.parseToken(text);
      if (!HEADERS.containsAll(headers.headerClaims().keySet())
          || !headers.algorithm().equals(Optional.of(JwkOctet.ALG_HS256))) {
        return Optional.empty();
      }
      var signed = SignedJwt.parseToken(headers, text);
      return keys.named(headers.keyId().orElse(null))
          .filter(key -> isSigned(signed, key))
          .flatMap(_ -> token(signed.getJwt()));
    } catch (JwtException | Errors.ErrorMessagesException _) {
      return Optional.empty(); // what anybody may send; its text is not to be repeated
    }
  }

  private static boolean isSigned(SignedJwt signed, JwkOctet key) {
    return MessageDigest.isEqual(key.sign(signed.getSignedBytes()), signed.getSignature());
  }

  private static Optional<Token> token(Jwt jwt) {
    var kind = text(jwt, KIND).flatMap(JwtTokenSigner::kind);
    var account = number(jwt, ACCOUNT);
    var subject = jwt.subject();
    if (kind.isEmpty() || account.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    var bound = text(jwt, kind.get().isOfASession() ? SESSION : BOUND);
    return Optional.of(
        new Token(
            kind.get(),
            account.get(),
            new AccountId(UUID.fromString(subject.get())),
            number(jwt, VERSION).orElse(1L),
            jwt.audience().orElse(List.of()).stream().findFirst().orElse(""),
            bound.orElse(""),
            jwt.jwtId().orElse(""),
            jwt.issueTime().orElseThrow(),
            jwt.expirationTime().orElseThrow()));
  }

  private static Optional<String> text(Jwt jwt, String claim) {
    return jwt.payloadClaim(claim).map(value -> ((JsonString) value).getString());
  }

  private static Optional<Long> number(Jwt jwt, String claim) {
    return jwt.payloadClaim(claim).map(value -> ((JsonNumber) value).longValueExact());
  }

  private static Optional<Token.Kind> kind(String word) {
    return Stream.of(Token.Kind.values()).filter(kind -> word(kind).equals(word)).findFirst();
  }

  private static String word(Token.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
