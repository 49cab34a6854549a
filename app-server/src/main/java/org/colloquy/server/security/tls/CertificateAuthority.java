package org.colloquy.server.security.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.security.OwnerOnlyFile;

/// The certificate authority of one data folder, which certifies this server and nobody else. Its
/// key is made once and stays, so that whoever knows its fingerprint recognises the server again.
public final class CertificateAuthority {
  /// Its file in the data folder, with the key in it.
  public static final String FILE = "authority.p12";

  /// How long a certificate of the server is good.
  public static final Duration LIFETIME = Duration.ofDays(30);

  private static final Duration OWN_LIFETIME = Duration.ofDays(3650);
  private static final Duration OWN_REST = Duration.ofDays(365);
  private static final String ENTRY = "authority";

  /// The folder is closed to others; a password beside the file would protect nothing.
  private static final char[] NO_PASSWORD = new char[0];

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final SecureRandom random;
  private final InstantSource clock;

  private CertificateAuthority(
      PrivateKey key, X509Certificate certificate, SecureRandom random, InstantSource clock) {
    this.key = key;
    this.certificate = certificate;
    this.random = random;
    this.clock = clock;
  }

  /// The one of a folder; empty when none was made there yet.
  ///
  /// @throws ProblemException Unavailable when its file cannot be used
  public static Optional<CertificateAuthority> find(
      Path folder, SecureRandom random, InstantSource clock) {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(file, random, clock));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw unusable(file, e);
    }
  }

  /// The one of a folder, made if there is none.
  ///
  /// @throws ProblemException Unavailable when its file can be neither read nor made
  public static CertificateAuthority inFolder(
      Path folder, SecureRandom random, InstantSource clock) {
    return find(folder, random, clock).orElseGet(() -> made(folder.resolve(FILE), random, clock));
  }

  private static CertificateAuthority made(Path file, SecureRandom random, InstantSource clock) {
    try {
      var keys = Certificates.newKeys(random);
      return certified(file, keys.getPrivate(), keys, random, clock);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw unusable(file, e);
    }
  }

  private static CertificateAuthority read(Path file, SecureRandom random, InstantSource clock)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Files.readAllBytes(file)), NO_PASSWORD);
    if (!(store.getKey(ENTRY, NO_PASSWORD) instanceof PrivateKey key)
        || !(store.getCertificate(ENTRY) instanceof X509Certificate certificate)) {
      throw new IOException("no key with a certificate");
    }
    if (certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(OWN_REST))) {
      return new CertificateAuthority(key, certificate, random, clock);
    }
    return certified(file, key, new KeyPair(certificate.getPublicKey(), key), random, clock);
  }

  /// Certifies itself, with the key that it has.
  private static CertificateAuthority certified(
      Path file, PrivateKey key, KeyPair keys, SecureRandom random, InstantSource clock)
      throws IOException, GeneralSecurityException {
    var fingerprint = Fingerprint.of(keys.getPublic().getEncoded());
    var certificate =
        new Certificates(random, clock)
            .ofAuthority("Colloquy " + fingerprint.text().substring(0, 7), keys, OWN_LIFETIME);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry(ENTRY, key, NO_PASSWORD, new X509Certificate[] {certificate});
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, NO_PASSWORD);
    OwnerOnlyFile.write(file, bytes.toByteArray());
    return new CertificateAuthority(key, certificate, random, clock);
  }

  /// What it is recognised by.
  public Fingerprint fingerprint() {
    return Fingerprint.of(certificate.getPublicKey().getEncoded());
  }

  /// Certifies a server with a new key, for [#LIFETIME].
  ///
  /// @throws ProblemException Unavailable when that fails
  public ServerCertificate issue(ServerNames names) {
    try {
      var keys = Certificates.newKeys(random);
      var issued =
          new Certificates(random, clock)
              .ofServer(
                  names, keys.getPublic(), new Certificates.Issuer(certificate, key), LIFETIME);
      return new ServerCertificate(names, keys.getPrivate(), List.of(issued, certificate));
    } catch (IOException | GeneralSecurityException e) {
      throw new ProblemException(
          new Problem.Unavailable("No certificate could be made for this server."), e);
    }
  }

  private static ProblemException unusable(Path file, Exception cause) {
    return new ProblemException(
        new Problem.Unavailable(
            "The file "
                + file
                + " cannot be used; restore it, or remove it for a new fingerprint."),
        cause);
  }
}
