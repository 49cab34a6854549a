package org.colloquy.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.identity.Token;
import org.colloquy.server.core.identity.TokenSigner;
import org.jspecify.annotations.Nullable;

/// Writes tokens as JSON web tokens signed with HS256. They carry the claims of every kind of
/// client at once: `token_type`, `exp`, `iat`, `jti`, `user_id` as Django's simplejwt has them,
/// `sub` as everybody else has it, `aud` where there is one, and `bound_to` for tokens that are
/// good only as long as something stays as it is.
public final class JwtTokenSigner implements TokenSigner {
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private static final String BOUND = "bound_to";

  private final MACSigner signer;
  private final MACVerifier verifier;

  /// A signer with its own key.
  ///
  /// @param key 32 bytes
  public JwtTokenSigner(byte[] key) {
    try {
      signer = new MACSigner(key);
      verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a token key has 32 bytes", e);
    }
  }

  @Override
  public String sign(Token token) {
    var claims =
        new JWTClaimsSet.Builder()
            .claim("token_type", token.kind().name().toLowerCase(Locale.ROOT))
            .expirationTime(Date.from(token.expiresAt()))
            .issueTime(Date.from(token.issuedAt()))
            .jwtID(token.id())
            .subject(token.subject().toString())
            .claim("user_id", token.account());
    if (!token.audience().isEmpty()) {
      claims.claim("aud", List.of(token.audience()));
    }
    if (!token.bound().isEmpty()) {
      claims.claim(BOUND, token.bound());
    }
    var jwt = new SignedJWT(HEADER, claims.build());
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
    return jwt.serialize();
  }

  @Override
  public Optional<Token> read(String text) {
    try {
      var jwt = SignedJWT.parse(text);
      if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      return token(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static Optional<Token> token(JWTClaimsSet claims) throws ParseException {
    var account = claims.getLongClaim("user_id");
    var issued = claims.getIssueTime();
    var expires = claims.getExpirationTime();
    var id = claims.getJWTID();
    var subject = subject(claims.getSubject());
    if (account == null || issued == null || expires == null || id == null || subject == null) {
      return Optional.empty();
    }
    var audience = claims.getAudience().isEmpty() ? "" : claims.getAudience().getFirst();
    var bound = Optional.ofNullable(claims.getStringClaim(BOUND)).orElse("");
    return kind(claims.getStringClaim("token_type"))
        .map(kind ->
            new Token(
                kind,
                account,
                subject,
                audience,
                bound,
                id,
                issued.toInstant(),
                expires.toInstant()));
  }

  private static @Nullable AccountId subject(@Nullable String text) {
    try {
      return text == null ? null : new AccountId(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Optional<Token.Kind> kind(@Nullable String name) {
    return Stream.of(Token.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
