package org.colloquy.desktop.client;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.colloquy.model.Fingerprint;

/// Trusts the certificates of one authority, which is recognised by its public key, and of nobody
/// else: what the system trusts does not count. Dates and the host's name are checked as ever.
final class PinnedTrust extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = {};

  private final Fingerprint authority;

  private PinnedTrust(Fingerprint authority) {
    this.authority = authority;
  }

  /// What connections to servers of this authority are made with.
  static SSLContext of(Fingerprint authority) {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new PinnedTrust(authority)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trusting(anchor(chain)).checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    trusting(anchor(chain)).checkServerTrusted(chain, type, socket);
  }

  /// Without a connection there is no host whose name could be checked.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no connection");
  }

  private X509Certificate anchor(X509Certificate[] chain) throws CertificateException {
    for (var place = 0; place < chain.length; place++) {
      if (fingerprint(chain[place]).equals(authority) && leadsTo(place, chain)) {
        return chain[place];
      }
    }
    throw new CertificateException(
        new ChangedAuthority(authority, fingerprint(chain[chain.length - 1])));
  }

  private static Fingerprint fingerprint(X509Certificate certificate) {
    return Fingerprint.of(certificate.getPublicKey().getEncoded());
  }

  /// Whether each certificate before this place was signed with the key of the next one: anybody
  /// can send along an authority's certificate.
  private static boolean leadsTo(int place, X509Certificate[] chain) {
    return IntStream.range(0, place).allMatch(each -> isSigned(chain[each], chain[each + 1]));
  }

  private static boolean isSigned(X509Certificate certificate, X509Certificate by) {
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static X509ExtendedTrustManager trusting(X509Certificate anchor)
      throws CertificateException {
    try {
      var anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      anchors.setCertificateEntry("authority", anchor);
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateException(e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("nobody is served here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE.clone();
  }
}
