package org.colloquy.desktop.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.PairingLink;
import org.jspecify.annotations.Nullable;

/// Certificates of two authorities, the lab's and a stranger's, made with the JDK's keytool: `lab`,
/// `elsewhere` for another host and `late`, whose time is over, are the lab's; `stranger` is not.
public final class Certificates {
  private static final char[] WORD = "scripted".toCharArray();

  private Certificates() {}

  /// What the lab's authority is recognised by.
  public static Fingerprint lab() {
    return fingerprint("lab-authority");
  }

  private static Fingerprint fingerprint(String authority) {
    return Fingerprint.of(chain(authority)[0].getPublicKey().getEncoded());
  }

  /// A link that pairs with the server of this authority, without an invitation.
  public static String link(String authority, URI address) {
    return new PairingLink(address, fingerprint(authority), null).text();
  }

  /// A link that pairs with the lab's server at this address.
  public static String link(URI address, @Nullable String code) {
    return new PairingLink(address, lab(), code).text();
  }

  /// Shows this certificate and its authority's.
  public static SSLServerSocketFactory of(String name) {
    return showing(name, chain(name));
  }

  /// Shows the stranger's certificate, and sends the lab's authority along.
  public static SSLServerSocketFactory pretending() {
    return showing("stranger", new Certificate[] {chain("stranger")[0], chain("lab-authority")[0]});
  }

  private static SSLServerSocketFactory showing(String name, Certificate[] chain) {
    try {
      var shown = KeyStore.getInstance("JKS");
      shown.load(null, null);
      Key key = store().getKey(name, WORD);
      shown.setKeyEntry(name, key, WORD, chain);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(shown, WORD);
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Certificate[] chain(String name) {
    try {
      return store().getCertificateChain(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var file = Certificates.class.getResourceAsStream("servers.p12")) {
      store.load(file, WORD);
    }
    return store;
  }
}
