package org.colloquy.server.security.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows every new connection the newest certificate of a server; connections that are open keep
/// theirs, so a renewal cuts nothing off.
public final class RenewableKeys extends X509ExtendedKeyManager {
  private static final String KEY_TYPE = "EC";

  private volatile Two certificates;

  public RenewableKeys(ServerCertificate first) {
    certificates = new Two(first, first);
  }

  /// The newest, and the one before for handshakes that have begun.
  private record Two(ServerCertificate newest, ServerCertificate before) {
    private @Nullable ServerCertificate named(String alias) {
      return alias.equals(RenewableKeys.name(newest))
          ? newest
          : alias.equals(RenewableKeys.name(before)) ? before : null;
    }
  }

  /// The certificate that is shown now.
  public ServerCertificate newest() {
    return certificates.newest();
  }

  /// From now on this one is shown.
  public void renew(ServerCertificate other) {
    certificates = new Two(other, certificates.newest());
  }

  /// What a listener encrypts with.
  public SSLContext context(SecureRandom random) {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(new KeyManager[] {this}, null, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS 1.3", e);
    }
  }

  private @Nullable String alias(String type) {
    return type.equals(KEY_TYPE) ? name(certificates.newest()) : null;
  }

  private static String name(ServerCertificate certificate) {
    return certificate.chain().getFirst().getSerialNumber().toString();
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return alias(type);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return alias(type);
  }

  @Override
  public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
    var alias = alias(type);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    var named = certificates.named(alias);
    return named == null ? null : named.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    var named = certificates.named(alias);
    return named == null ? null : named.key();
  }

  @Override
  public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
